// Unpacks the browser that npm brought, with the libraries it needs, into TMPDIR.
import { join } from "node:path";
import { inflate } from "@sparticuz/chromium";

const packed = join(import.meta.dirname, "node_modules/@sparticuz/chromium/bin");
for (const part of ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"]) {
  await inflate(join(packed, part));
}
