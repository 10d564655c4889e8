// Runs a Python module of the repository on CPython for WebAssembly:
//   node run.mjs REPOSITORY SITE_PACKAGES MODULE [ARGUMENT...]
// The module comes from this machine and nothing is fetched.
import { loadPyodide } from "pyodide";

const [repository, packages, ...command] = process.argv.slice(2);
const python = await loadPyodide({
  env: { CI: "1", FEW_EXAMPLES: "1", HOME: "/home", PYTHONHASHSEED: "314" },
});
for (const [path, root] of [["/repository", repository], ["/packages", packages]]) {
  python.FS.mkdirTree(path);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, path);
}
python.globals.set("command", python.toPy(command));
process.exitCode = python.runPython(`
import os, runpy, sys

os.chdir("/repository")
sys.path[:0] = ["/repository", "/repository/src", "/packages"]
sys.dont_write_bytecode = True
sys.argv = list(command)
ended = 0
try:
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
except SystemExit as end:
    ended = end.code or 0
int(ended)
`);
