// An Electron program of one window that shows one page: what Headroom's window is compared with.
import { app, BrowserWindow } from 'electron';

// Not awaited here: the program becomes ready only when its main module has been read.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900 });
  window.setMenu(null);
  return window.loadURL(process.argv.at(-1));
});
