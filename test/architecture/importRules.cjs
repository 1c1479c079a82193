// Who may import whom: one line per folder of src. Kept by `npm test`, by hand with `npm run imports`.
const pure = [
  "bytes",
  "protocols",
  "capture",
  "decode",
  "connections",
  "filter",
  "dump",
  "prose",
  "notes",
  "text",
  "explain",
  "view",
];

const allowed = {
  bytes: [],
  protocols: [],
  capture: ["bytes"],
  decode: ["bytes", "protocols", "capture"],
  connections: ["bytes", "protocols", "capture", "decode"],
  filter: ["bytes", "protocols", "capture", "decode", "connections", "text/address"],
  dump: ["bytes", "protocols", "decode"],
  prose: ["bytes", "protocols", "dump"],
  notes: [],
  text: [], // and types of protocols
  explain: ["bytes", "protocols", "decode", "connections", "dump", "prose", "text"],
  view: pure,
  engine: pure,
  extension: [...pure, "engine"],
  webview: ["text", "protocols", "explain", "engine/(contract|pageContract|rpc)", "view/onScreen"], // and types of view
  cli: [...pure, "engine"],
};

/** What each folder may import for its types only. */
const allowedTypes = { text: ["protocols"], webview: ["view"] };

/** A module of Node, as the tool resolves it: `fs/promises`, without a file. */
const ofNode = "^[a-z_/]+$";
const vscodeTypes = "^node_modules/@types/vscode/";
/** Packages and Node's own modules, by folder; everything else stays free of them. */
const packages = {
  bytes: ["^node_modules/fzstd/"],
  view: ["^node_modules/(@types/)?d3-array/"],
  extension: [vscodeTypes, ofNode],
  webview: ["^node_modules/(lit|@lit|lit-html|lit-element|@vscode-elements)/"],
  cli: [ofNode],
};
/** Twins for Node and for the web may use what their names say. */
const nodeTwin = "\\.node\\.ts$";

const within = (folders) => folders.map((folder) => `^src/${folder}(/|\\.ts$)`);

const folderRules = Object.entries(allowed).flatMap(([folder, others]) => [
  {
    name: `${folder}-imports`,
    severity: "error",
    from: { path: `^src/${folder}/` },
    to: { path: "^src/", pathNot: within([folder, ...others, ...(allowedTypes[folder] ?? [])]) },
  },
  ...(allowedTypes[folder] ?? []).map((other) => ({
    name: `${folder}-imports-only-types-of-${other}`,
    severity: "error",
    from: { path: `^src/${folder}/` },
    to: { path: `^src/${other}/`, pathNot: within(others), dependencyTypesNot: ["type-only"] },
  })),
  {
    name: `${folder}-packages`,
    severity: "error",
    from: { path: `^src/${folder}/`, pathNot: nodeTwin },
    to: { pathNot: ["^src/", ...(packages[folder] ?? [])] },
  },
]);

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...folderRules,
    {
      name: "no-cycles",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        path: "^src/",
        orphan: true,
        pathNot: "\\.css$|(extension/extension|cli/main|webview/captureEditor|engine/worker\\.node)\\.ts$",
      },
      to: {},
    },
    { name: "unresolvable", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^vscode$" } },
    { name: "twin-packages", severity: "error", from: { path: nodeTwin }, to: { pathNot: ["^src/", ofNode] } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
