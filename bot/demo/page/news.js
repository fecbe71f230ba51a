// Talking with the server: acts go out as small JSON bodies, news comes in over one socket.

/** `POST /try/<act>`; throws an Error whose message is the server's key when it says no. */
export async function act(name, body = {}) {
  const answer = await fetch(`/try/${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return understood(answer);
}

export async function upload(place, file, { caption, photo, reply_to }) {
  const query = new URLSearchParams({ ...place, name: file.name, caption, photo: photo ? "1" : "", reply_to });
  const answer = await fetch(`/try/upload?${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream", "X-Try-Out": "1" },
    body: file,
  });
  return understood(answer);
}

async function understood(answer) {
  const text = await answer.text();
  const body = text ? JSON.parse(text) : {};
  if (!answer.ok) throw new Error(body.error ?? "failed");
  return body;
}

/** Keeps a socket open: `tell` gets each piece of news, `lost` is called whenever the server is away. */
export function listen(tell, lost) {
  const socket = new WebSocket(`ws://${location.host}/try/news`);
  socket.addEventListener("message", (event) => tell(JSON.parse(event.data)));
  socket.addEventListener("close", () => {
    lost();
    setTimeout(() => listen(tell, lost), 700);
  });
}
