// What an installed browser does without a network. `FILES` and `VERSION` come before this file.
//
// Two caches: the shell (the offline pages and what they are drawn with), and copies of pages that
// ask for it by a header. Copies are of one member; a page of another's throws them away.
const SHELL = `shell-${VERSION}`;
const COPIES = "copies";
const MOST_COPIES = 8;
const OWNER = "Offline-Copy";
const COPIED_AT = "Copied-At";

addEventListener("install", (event) => {
  event.waitUntil(fill());
});

// As a visitor: nothing of anybody is in the shell.
async function fill() {
  const shell = await caches.open(SHELL);
  await shell.addAll(FILES.map((file) => new Request(file, { credentials: "omit" })));
  await skipWaiting();
}

addEventListener("activate", (event) => {
  event.waitUntil(begin());
});

async function begin() {
  for (const name of await caches.keys()) if (name !== SHELL && name !== COPIES) await caches.delete(name);
  await registration.navigationPreload?.enable();
  await clients.claim();
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(request.method === "GET" ? read(event, url) : send(request, url));
  } else if (request.method === "GET" && url.pathname.startsWith("/static/")) {
    event.respondWith(caches.match(request).then((kept) => kept || fetch(request)));
  }
});

async function read(event, url) {
  let answer;
  try {
    answer = (await event.preloadResponse) || (await fetch(event.request));
  } catch {
    return (await copyOf(url)) || offline(url);
  }
  if (answer.headers.get(OWNER)) event.waitUntil(keep(url, answer.clone()));
  return answer;
}

// What is sent is never kept back and sent later: its sender sees at once that it has not gone.
async function send(request, url) {
  try {
    const answer = await fetch(request);
    if (url.pathname.endsWith("/account/sign-out")) await caches.delete(COPIES);
    return answer;
  } catch {
    return offline(url, { wasSent: true });
  }
}

async function keep(url, answer) {
  const headers = new Headers(answer.headers);
  const html = await answer.text();
  const owner = headers.get(OWNER);
  let cache = await caches.open(COPIES);
  const [before] = await cache.keys();
  const other = before && (await cache.match(before));
  if (other && other.headers.get(OWNER) !== owner) {
    await caches.delete(COPIES);
    cache = await caches.open(COPIES);
  }
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  headers.set(COPIED_AT, new Date().toISOString());
  await cache.delete(url.href);
  await cache.put(url.href, new Response(html, { headers }));
  const all = await cache.keys();
  for (const old of all.slice(0, Math.max(all.length - MOST_COPIES, 0))) await cache.delete(old);
}

async function copyOf(url) {
  const cache = await caches.open(COPIES);
  const kept = (await cache.match(url.href)) || (await cache.match(url.href, { ignoreSearch: true }));
  if (!kept) return null;
  const html = await kept.text();
  const at = kept.headers.get(COPIED_AT);
  const words = new Date(at).toLocaleString(url.pathname.slice(1, 3), { dateStyle: "full", timeStyle: "short" });
  const told = html
    .replace(/data-offline-note\s+hidden/, "data-offline-note")
    .replace("<span data-copied-at></span>", `<time datetime="${at}">${words}</time>`);
  return new Response(told, { headers: kept.headers });
}

async function offline(url, { wasSent = false } = {}) {
  const language = FILES.includes(`/${url.pathname.slice(1, 3)}/offline`) ? url.pathname.slice(1, 3) : FALLBACK;
  const page = await caches.match(`/${language}/offline`);
  if (!page) return Response.error();
  const html = await page.text();
  const told = wasSent ? html.replace(/data-not-sent\s+hidden/, "data-not-sent") : html;
  return new Response(told, { status: 503, headers: page.headers });
}
