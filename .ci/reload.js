// @ts-check
// Reloads the page when `trunk serve` has rebuilt the site, or when the server is back.
(() => {
  "use strict";
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const folder = new URL(".", script.src);
  const url = new URL(".well-known/trunk/ws", folder);
  url.protocol = url.protocol.replace("http", "ws");
  const listen = (wasLost) => {
    const socket = new WebSocket(url);
    socket.onopen = () => wasLost && location.reload();
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.type === "reload") location.reload();
      else console.error(message.data?.reason ?? data);
    };
    socket.onclose = () => setTimeout(listen, 2000, true);
  };
  listen(false);
})();
