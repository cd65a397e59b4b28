import { defineConfig } from "vite";

export default defineConfig({
  // Relative, so that the bundle works wherever it is served from, static sites included.
  base: "./",
  build: {
    outDir: "../src/hereabouts/doors/web/static/dist",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    // Sass compresses: lightningcss stops at a media query in govuk-frontend.
    cssMinify: false,
    // The page is told to load what it needs; nothing is worth a data: address.
    assetsInlineLimit: 0,
    // MapLibre is 1 MB and is only loaded by who zooms in.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: { app: "src/app.ts", map: "src/map.ts", search: "src/search.ts", style: "styles/style.scss" },
    },
  },
  worker: { format: "es" },
  css: { preprocessorOptions: { scss: { quietDeps: true, style: "compressed" } } },
});
