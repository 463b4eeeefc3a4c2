import {
  ClientSideRowModelModule,
  createGrid,
  ModuleRegistry,
  NumberEditorModule,
  TextEditorModule,
} from 'ag-grid-community';

// What a grid of one row and nothing else takes for an edit: the measure of our own.
ModuleRegistry.registerModules([ClientSideRowModelModule, TextEditorModule, NumberEditorModule]);
const host = document.getElementById('grid');
if (host) {
  createGrid(host, {
    columnDefs: [{ field: 'value', editable: true, cellDataType: 'number' }],
    rowData: [{ value: 40 }],
    onFirstDataRendered: () => {
      document.documentElement.dataset['ready'] = 'true';
    },
  });
}
