require('@swc-node/register');
const fs = require('node:fs');
const path = require('node:path');
const webpack = require('webpack');
const CopyWebpackPlugin = require('copy-webpack-plugin');
const { generateCustomFunctionsMetadata } = require('custom-functions-metadata');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const { renderFunctionHelp } = require('./src/functions/help');
const { publishFunctions } = require('./src/functions/localise');

/** Where the manifest says the add-in lives while developing; CADENZA_URL names where it is published. */
const DEV_URL = 'https://localhost:3000';
const publicUrl = (process.env.CADENZA_URL ?? DEV_URL).replace(/\/+$/, '');
const METADATA_FILES = { en: 'functions.json', it: 'functions-it.json' };

/** Emits the metadata of the custom functions and their help page, in both languages, from the comments in the source. */
class FunctionsPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('FunctionsPlugin', (compilation) => {
      const source = path.resolve(__dirname, 'src/functions/functions.ts');
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.fileDependencies.add(source);
      compilation.hooks.processAssets.tapPromise({ name: 'FunctionsPlugin', stage }, async () => {
        const generated = await generateCustomFunctionsMetadata(source);
        for (const error of generated.errors) compilation.errors.push(new webpack.WebpackError(`${source} ${error}`));
        if (generated.errors.length > 0) return;
        const metadata = JSON.parse(generated.metadataJson);
        const emit = (file, text) => compilation.emitAsset(file, new webpack.sources.RawSource(text));
        for (const [language, file] of Object.entries(METADATA_FILES)) {
          emit(file, JSON.stringify(publishFunctions(metadata, language, publicUrl), null, 2));
          for (const [page, html] of renderFunctionHelp(metadata, language)) emit(page, html);
        }
      });
    });
  }
}

module.exports = async (_env, argv) => {
  const production = argv.mode === 'production';
  const serving = process.env.WEBPACK_SERVE === 'true';
  return {
    mode: argv.mode,
    target: ['web', 'es2022'],
    devtool: production ? false : 'source-map',
    entry: { taskpane: './src/taskpane/main.tsx', demo: './src/host/page/main.tsx' },
    output: {
      path: path.resolve(__dirname, 'dist'),
      filename: '[name].js',
      chunkFilename: '[name].js',
      assetModuleFilename: '[name][ext]',
      clean: true,
    },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: {
      rules: [
        { test: /\.tsx?$/, exclude: /node_modules/, use: 'swc-loader' },
        { test: /\.css$/, use: ['style-loader', 'css-loader'] },
        { test: /\.wasm$/, type: 'asset/resource' },
      ],
    },
    plugins: [
      // HiGHS asks for Node's modules only where it finds itself in Node.
      new webpack.IgnorePlugin({ resourceRegExp: /^node:/ }),
      new FunctionsPlugin(),
      new HtmlWebpackPlugin({
        filename: 'taskpane.html',
        template: './src/taskpane/taskpane.html',
        chunks: ['taskpane'],
        scriptLoading: 'defer',
      }),
      // The demo: the same pane, with the page around it playing Excel.
      new HtmlWebpackPlugin({ filename: 'demo.html', template: './src/host/page/demo.html', chunks: ['demo'] }),
      new HtmlWebpackPlugin({
        filename: 'demo-pane.html',
        templateContent: () =>
          fs
            .readFileSync('./src/taskpane/taskpane.html', 'utf8')
            .replace(
              '<script src="https://appsforoffice',
              '<script src="connectPane.js"></script>\n    <script src="https://appsforoffice',
            ),
        chunks: ['taskpane'],
        scriptLoading: 'defer',
      }),
      new CopyWebpackPlugin({
        patterns: [
          { from: 'assets/icons/*.png', to: 'assets/icons/[name][ext]' },
          { from: 'assets/help', to: '.' },
          { from: 'assets/samples/*.xlsx', to: 'samples/[name][ext]' },
          { from: 'src/host/page/connectPane.js', to: '.' },
          {
            from: 'manifest.xml',
            to: 'manifest.xml',
            transform: (content) => content.toString().replaceAll(DEV_URL, publicUrl),
          },
        ],
      }),
    ],
    performance: { hints: false },
    devServer: serving
      ? {
          port: 3000,
          server: { type: 'https', options: await require('office-addin-dev-certs').getHttpsServerOptions() },
          headers: { 'Access-Control-Allow-Origin': '*' },
          hot: false,
          liveReload: false,
        }
      : undefined,
  };
};
