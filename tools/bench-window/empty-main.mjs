// An Electron program of one window that shows one page: what Headroom's window is compared with.
import { app, BrowserWindow } from 'electron';

await app.whenReady();
const window = new BrowserWindow({ width: 1440, height: 900 });
window.setMenu(null);
await window.loadURL(process.argv.at(-1));
