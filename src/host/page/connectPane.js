// Runs in the pane's frame before Office.js: the page around it plays Excel.
window.parent.installEmbeddedHost(window);
