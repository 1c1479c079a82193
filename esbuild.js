// Builds everything that runs: the extension, its worker, the webview and the terminal's command into `dist/`,
// the tests and the tools that run them into `out/`.
//   node esbuild.js [--production] [--watch] [--no-tests]
const esbuild = require("esbuild");
const { mkdirSync, readdirSync, rmSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");
const withTests = !production && !process.argv.includes("--no-tests");

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  sourcemap: !production,
  minify: production,
  // constants of other modules are put where they are used: the loops of the index need them there
  minifySyntax: true,
  logLevel: "warning",
  define: { "process.env.NODE_ENV": production ? '"production"' : '"development"' },
};

/** @type {esbuild.BuildOptions} */
const node = { ...common, platform: "node", format: "cjs", target: "node20", external: ["vscode"] };

/** @type {esbuild.BuildOptions[]} */
const builds = [
  {
    ...node,
    entryPoints: {
      extension: "src/extension/extension.ts",
      features: "src/extension/features.ts",
      engineWorker: "src/engine/worker.node.ts",
    },
    outdir: "dist",
    // a file of its own, which `extension.js` requires when something is asked of it
    external: ["vscode", "./features"],
    supported: { "dynamic-import": false },
  },
  // each command is loaded by itself: that takes less time and memory than all of them together
  {
    ...node,
    format: "esm",
    splitting: true,
    minifyWhitespace: true,
    entryPoints: ["src/cli/main.ts"],
    outdir: "dist/cli",
    outExtension: { ".js": ".mjs" },
  },
  {
    ...common,
    platform: "browser",
    format: "esm",
    target: "chrome128",
    tsconfig: "src/webview/tsconfig.json",
    entryPoints: { captureEditor: "src/webview/captureEditor.ts", page: "src/webview/page.css" },
    outdir: "dist/webview",
    loader: { ".ttf": "file" },
  },
];

if (withTests) {
  builds.push({
    ...node,
    entryPoints: testEntryPoints("test"),
    outdir: "out/test",
    outbase: "test",
    // run from node_modules, as their packages mean to be run
    external: [
      "vscode",
      "mocha",
      "playwright-core",
      "fast-check",
      "@vscode/test-electron",
      "pcap-parser",
      "esbuild",
      "axe-core",
      "mermaid",
    ],
  });
}

/** Suites (`*.test.ts`) and the programs that have a `main` of their own (`*.main.ts`). */
function testEntryPoints(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : testEntryPoints(path);
    return /\.(test|main)\.ts$/.test(entry.name) ? [path] : [];
  });
}

async function main() {
  rmSync("dist", { recursive: true, force: true });
  if (withTests) rmSync("out", { recursive: true, force: true });
  mkdirSync("dist");
  writeFileSync("dist/wirenote.js", '#!/usr/bin/env node\nimport("./cli/main.mjs");\n', { mode: 0o755 });
  if (watch) {
    const contexts = await Promise.all(builds.map((build) => esbuild.context(build)));
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  await Promise.all(builds.map((build) => esbuild.build(build)));
}

main().catch(() => process.exit(1));
