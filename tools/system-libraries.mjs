import { spawnSync } from 'node:child_process';

const LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'fonts-liberation'];
const SCREEN = ['xvfb', 'xauth'];

/**
 * Linux only: are the system libraries of Electron here, and a screen to draw on? Installs what is
 * missing when run as root, else prints the line to type. False when something is still missing.
 * @param {string} executable
 */
export function ensureLibraries(executable) {
  if (process.platform !== 'linux') return true;
  const packages = missingPackages(executable);
  if (packages.length === 0) return true;
  const install = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid() !== 0 || !has('apt-get')) {
    console.error(
      `Electron needs system libraries that are missing here. Install them and start again:\n  sudo ${install}`,
    );
    return false;
  }
  console.error(`Installing missing system packages: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const line of ['apt-get update -qq', `${install} -qq`]) {
    const { status, stderr } = spawnSync('sh', ['-c', line], { env, encoding: 'utf8' });
    if (status !== 0) {
      console.error(`\`${line}\` failed: ${lastLine(stderr)}`);
      return false;
    }
  }
  const still = missingPackages(executable);
  if (still.length > 0) console.error(`Still missing after the installation: ${still.join(' ')}`);
  return still.length === 0;
}

function missingPackages(executable) {
  const linked = spawnSync('ldd', [executable], { encoding: 'utf8' });
  const libraries = linked.stdout?.includes('not found') ? LIBRARIES : [];
  const screen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY || has('Xvfb') ? [] : SCREEN;
  return [...libraries, ...screen];
}

function has(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? '';
}
