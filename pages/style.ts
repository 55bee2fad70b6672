/**
 * The one style sheet of the pages, inlined and allowed by its hash. Contrast at least 4.5:1, targets at least 44 px, reflow at 320 px
 * (COMMON-31).
 */
export const style = `
:root{color-scheme:light;--ink:#1f2933;--muted:#52606d;--brand:#1d4e6b;--line:#9aa5b1;--soft:#f1f5f8;--good:#1b6e3c;--wait:#7a4b00}
*{box-sizing:border-box}
body{margin:0;overflow-wrap:break-word;font:1rem/1.5 Arial,Helvetica,sans-serif;color:var(--ink);background:#fff}
a{color:var(--brand)}
a:focus-visible,button:focus-visible,summary:focus-visible,input:focus-visible,select:focus-visible{outline:3px solid #c2410c;outline-offset:2px}
.skip{position:absolute;left:-100vw;background:#fff;padding:.75rem 1rem}
.skip:focus{left:0;top:0}
header{background:var(--brand);color:#fff}
header .bar{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;justify-content:space-between}
header form{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center}
header p{margin:0}
header .brand{display:inline-block;min-height:44px;line-height:44px;color:#fff;font-weight:700;text-decoration:none}
header a:focus-visible,header button:focus-visible{outline:3px solid #fff;outline-offset:2px}
header .brand:hover{text-decoration:underline}
.bar,main,footer{max-width:64rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem;line-height:1.25;color:var(--brand)}
h2{font-size:1.25rem;margin-top:2.5rem;color:var(--brand)}
h3{font-size:1.05rem;margin:1.75rem 0 .5rem}
.button,button{display:inline-block;min-height:44px;padding:.6rem 1.25rem;border:2px solid var(--brand);border-radius:4px;background:var(--brand);color:#fff;font:inherit;font-weight:700;text-decoration:none;cursor:pointer}
header button{border-color:#fff;background:transparent}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse}
th,td{padding:.6rem .75rem;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
thead th{background:var(--soft)}
td.number{text-align:right;white-space:nowrap}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
td a{display:inline-block;min-height:44px;padding:.6rem 0;margin:-.6rem 0}
.definitive{color:var(--good);font-weight:700}
.provisional{color:var(--wait);font-weight:700}
.note{color:var(--muted)}
fieldset{border:0;margin:0;padding:0}
legend{padding:0;margin:0 0 1rem;font-size:1.25rem;font-weight:700}
.choice{display:flex;overflow-wrap:anywhere;gap:.75rem;align-items:center;min-height:44px;padding:.5rem .75rem;margin:0 0 .5rem;border:2px solid var(--line);border-radius:4px;cursor:pointer}
.choice input{width:1.5rem;height:1.5rem;flex:none;accent-color:var(--brand)}
.choice:focus-within{outline:3px solid #c2410c;outline-offset:2px}
.choice:has(input:checked){border-color:var(--brand);background:var(--soft)}
input:not([type=hidden],[type=radio],[type=checkbox]),select{min-height:44px;max-width:100%;padding:.5rem .75rem;border:2px solid var(--line);border-radius:4px;background:#fff;color:inherit;font:inherit}
textarea{width:100%;max-width:100%;padding:.5rem .75rem;border:2px solid var(--line);border-radius:4px;background:#fff;color:inherit;font:inherit}
textarea:focus-visible{outline:3px solid #c2410c;outline-offset:2px}
details{margin:0 0 .5rem}
summary{min-height:44px;padding:.6rem 0;cursor:pointer}
.back{display:inline-block;min-height:44px;padding:.6rem 0}
progress{width:100%;height:.75rem;accent-color:var(--brand)}
dt{font-weight:700}
dd{margin:0 0 .5rem}
input[type=number]{min-height:44px;padding:.5rem .75rem;border:2px solid var(--line);border-radius:4px;font:inherit}
input:focus-visible{outline:3px solid #c2410c;outline-offset:2px}
.urgent{margin:2.5rem 0 0;padding:.75rem 1rem;border:2px solid #a61b1b;border-radius:4px;background:#fdf3f3}
.urgent p{margin:0 0 .5rem}
.urgent .button{border-color:#a61b1b;background:#a61b1b}
.fault{padding:.75rem 1rem;border-left:.4rem solid #a61b1b;background:#fdf3f3;font-weight:700}
.hint{display:block;color:var(--muted);margin:0 0 .5rem}
label.ask{display:block;font-size:1.25rem;font-weight:700}
.links,.contacts{list-style:none;margin:0;padding:0}
.links a{display:inline-block;min-height:44px;padding:.6rem 0}
.contacts .back{font-size:1.25rem;font-weight:700}
.instructions li{margin:0 0 .75rem}
.contacts li{margin:0 0 1.5rem}
footer{color:var(--muted);border-top:1px solid var(--line);margin-top:3rem}
@media (max-width:40rem){thead{position:absolute;left:-100vw}table,tbody,tr,th,td{display:block;width:100%}tr{border:1px solid var(--line);margin:0 0 1rem}th,td,td.number{border:0;padding:.25rem .75rem;text-align:left}td::before{content:attr(data-label) "\\00a0: ";font-weight:700}tbody th{background:var(--soft);padding:.6rem .75rem}}
`;
