// Stands in for the native logger: VS Code's log files are where tests look for errors of the extension host.
const { appendFileSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");

const levels = ["trace", "debug", "info", "warn", "error", "critical"];

class FileLogger {
  constructor(path) {
    this.path = path;
    this.level = levels.indexOf("info");
    mkdirSync(dirname(path), { recursive: true });
  }

  setLevel(level) {
    this.level = level;
  }

  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}

  write(level, message) {
    if (level < this.level) return;
    try {
      appendFileSync(this.path, `${new Date().toISOString()} [${levels[level]}] ${message}\n`);
    } catch {
      // the folder goes away when the server is stopped; nobody reads its log after that
    }
  }
}

levels.forEach((name, level) => {
  FileLogger.prototype[name] = function log(message) {
    this.write(level, message);
  };
});

exports.setFlushOn = () => {};
exports.createAsyncRotatingLogger = async (_name, path) => new FileLogger(path);
