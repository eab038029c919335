// Reads an RDF file with a library of npm and prints N-Quads. What may go in: that.
// node readers.mjs NODE_MODULES READER FILE MEDIA_TYPE

import { createReadStream, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [modules, reader, file, type] = process.argv.slice(2);
const require = createRequire(join(modules, "index.js"));
const { StreamParser, StreamWriter } = require("n3");

function print(stream) {
  stream.on("error", fail);
  stream.pipe(new StreamWriter({ format: "application/n-quads" })).pipe(process.stdout);
}

function fail(error) {
  console.error(String(error));
  process.exitCode = 1;
}

const readers = {
  n3: () => {
    const parser = new StreamParser({ format: type });
    createReadStream(file).on("error", fail).on("data", (part) => parser.write(part)).on("end", () => parser.end());
    print(parser);
  },
  jsonld: async () => {
    const jsonld = require("jsonld");
    const document = JSON.parse(readFileSync(file, "utf8"));
    process.stdout.write(await jsonld.toRDF(document, { format: "application/n-quads" }));
  },
};

await readers[reader]();
