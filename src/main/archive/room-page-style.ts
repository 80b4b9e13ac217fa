// The look of an exported room: light and dark as the reader's system is, and fit for paper.

export const pageStyle = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #59636e; --ground: #f6f7f8; --card: #fff; --line: #d8dde3; --accent: #0a58ca; --warn: #8a4b00; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ed; --soft: #9aa4af; --ground: #16181b; --card: #1e2125; --line: #343a41; --accent: #7fb2ff; --warn: #f0b060; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 820px; margin: 0 auto; padding: 32px 20px 64px; }
h1 { margin: 0; font-size: 24px; }
h2 { margin: 32px 0 12px; color: var(--soft); font-size: 13px; font-weight: 600; }
p { margin: 0; }
a { color: var(--accent); }
.note { color: var(--soft); font-size: 13px; }
.message { margin: 8px 0; padding: 10px 14px; border: 1px solid var(--line); border-radius: 8px; background: var(--card); break-inside: avoid; }
.answer { border-left: 3px solid var(--accent); }
.head { color: var(--soft); font-size: 13px; }
.head b { color: var(--ink); }
.kind { padding: 1px 6px; border: 1px solid var(--line); border-radius: 4px; }
.unsent { color: var(--warn); font-weight: 600; }
.text { margin-top: 4px; overflow-wrap: anywhere; }
.text > * { margin: 0 0 6px; }
.text > :last-child { margin-bottom: 0; }
.text .heading { margin-top: 10px; font-weight: 650; }
.text :is(ul, ol) { padding-left: 22px; }
.text table { display: block; max-width: 100%; overflow-x: auto; border-collapse: collapse; font-size: 14px; }
.text :is(th, td) { padding: 4px 10px; border: 1px solid var(--line); text-align: left; vertical-align: top; }
.text pre { padding: 8px 10px; overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; font-size: 13px; }
.files { margin: 8px 0 0; padding-left: 18px; }
.files img { display: block; max-width: 100%; max-height: 420px; margin: 6px 0; border-radius: 4px; }
@media print { body { background: none; } main { max-width: none; padding: 0; } }
`;
