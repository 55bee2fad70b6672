/**
 * The one style sheet of the structures' pages, inlined and allowed by its hash. Contrast at least 4.5:1, targets at least 44 px, reflow at 320 px
 * (COMMON-31). The publicity of whoever pays stands beside the logo: seen without scrolling, on telephones too (ALERTES-35).
 */
export const alertStyle = `
:root{color-scheme:light;--ink:#1f2933;--muted:#52606d;--brand:#0b4f6c;--line:#9aa5b1;--soft:#f1f5f8;--good:#1b6e3c;--wait:#7a4b00;--bad:#a61b1b}
*{box-sizing:border-box}
body{margin:0;overflow-wrap:break-word;font:1rem/1.5 Arial,Helvetica,sans-serif;color:var(--ink);background:#fff}
a{color:var(--brand)}
:focus-visible{outline:3px solid #c2410c;outline-offset:2px}
.skip{position:absolute;left:-100vw;z-index:1;background:#fff;padding:.75rem 1rem}
.skip:focus{left:0;top:0}
header{background:var(--brand);color:#fff}
header :focus-visible{outline-color:#fff}
.bar{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;justify-content:space-between}
header .bar,.session,header nav ul,main,footer{max-width:70rem;margin:0 auto;padding:.5rem 1rem}
.logo{display:flex;gap:.5rem;align-items:center;min-height:44px;color:#fff;font-size:1.15rem;text-decoration:none}
.logo:hover{text-decoration:underline}
.feder{display:flex;gap:.6rem;align-items:center;margin:0;padding:.35rem .6rem;border-radius:4px;background:#fff;color:#0a2a5e;font-size:.8rem;line-height:1.25;max-width:24rem}
.emblem{flex:none}
.session{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center;justify-content:space-between;font-size:.95rem}
.session button{min-height:44px;border-color:#fff;background:transparent;padding:.3rem .9rem}
header nav{background:#083a50}
header nav ul{display:flex;flex-wrap:wrap;gap:0 .25rem;list-style:none;padding-top:0;padding-bottom:0}
header nav a{display:block;min-height:44px;padding:.65rem .7rem;color:#fff;text-decoration:none}
header nav a:hover{text-decoration:underline}
header nav a[aria-current]{background:#fff;color:var(--brand);font-weight:700}
main{padding-bottom:2rem}
h1{font-size:1.6rem;line-height:1.25;color:var(--brand);margin:1rem 0}
h2{font-size:1.25rem;margin:2rem 0 .75rem;color:var(--brand)}
h3{font-size:1.05rem;margin:1.5rem 0 .5rem}
.button,button{display:inline-block;min-height:44px;padding:.55rem 1.1rem;border:2px solid var(--brand);border-radius:4px;background:var(--brand);color:#fff;font:inherit;font-weight:700;text-decoration:none;cursor:pointer}
.button.second,button.second{background:#fff;color:var(--brand)}
button.danger,.button.danger{background:#fff;border-color:var(--bad);color:var(--bad)}
.actions{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.25rem 0;padding:0;list-style:none}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:1rem;list-style:none;margin:1rem 0;padding:0}
.cards>li,.card{padding:1rem;border:1px solid var(--line);border-radius:6px}
.cards h2,.cards h3,.card h2{margin-top:0}
.figure{display:block;font-size:1.8rem;font-weight:700;color:var(--brand)}
label,legend,.label{display:block;font-weight:700;margin:0 0 .25rem}
fieldset{border:0;margin:0 0 1rem;padding:0;min-width:0}
.field{margin:0 0 1.1rem}
.fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));gap:0 1.25rem}
input:not([type=hidden],[type=radio],[type=checkbox]),select,textarea{width:100%;min-height:44px;padding:.5rem .75rem;border:2px solid var(--line);border-radius:4px;background:#fff;color:inherit;font:inherit}
[aria-invalid=true]{border-color:var(--bad)!important}
.choice{display:flex;gap:.75rem;align-items:center;min-height:44px;padding:.4rem .75rem;margin:0 0 .5rem;border:2px solid var(--line);border-radius:4px;font-weight:400;cursor:pointer;overflow-wrap:anywhere}
.choice input{width:1.4rem;height:1.4rem;flex:none;accent-color:var(--brand)}
.choice:focus-within{outline:3px solid #c2410c;outline-offset:2px}
.choice:has(input:checked){border-color:var(--brand);background:var(--soft)}
.hint,.note{color:var(--muted)}
.hint{display:block;font-weight:400;margin:0 0 .35rem}
.done,.warn,.fault{padding:.75rem 1rem;border-left:.4rem solid var(--good);background:#eef7f1;margin:1rem 0;font-weight:700}
.warn{border-color:#b45309;background:#fff7e8}
.fault{border-color:var(--bad);background:#fdf3f3}
.field .fault{border:0;background:none;padding:0;margin:.25rem 0 0;color:var(--bad)}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse}
caption{text-align:left;color:var(--muted);padding:.25rem 0}
th,td{padding:.55rem .75rem;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
thead th{background:var(--soft)}
.number{text-align:right;white-space:nowrap}
td form{margin:0}
td a,td button{margin:-.2rem 0}
td>a{display:inline-block;min-height:44px;padding:.55rem 0;margin:-.55rem 0}
.good{color:var(--good);font-weight:700}
.wait{color:var(--wait);font-weight:700}
.bad{color:var(--bad);font-weight:700}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.pages{display:flex;flex-wrap:wrap;gap:.5rem 1rem;justify-content:space-between}
.pages a{display:inline-block;min-height:44px;padding:.6rem 0}
nav ul{list-style:none;padding:0}
.letters ul{display:flex;flex-wrap:wrap;gap:.2rem;margin:0 0 1rem}
.letters a{display:block;min-width:44px;min-height:44px;padding:.6rem .5rem;text-align:center;border:1px solid var(--line);border-radius:4px;text-decoration:none}
.letters a[aria-current]{background:var(--brand);color:#fff}
progress{width:100%;height:.9rem;accent-color:var(--brand)}
dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.35rem 1.25rem;margin:1rem 0}
dt{font-weight:700}
dd{margin:0}
summary{min-height:44px;padding:.6rem 0;cursor:pointer;font-weight:700;color:var(--brand)}
q{font-style:italic}
.sms{white-space:pre-line}
.contents{background:var(--soft);padding:.5rem 1rem}
.contents a{color:var(--brand);padding:.4rem 0;min-height:0;display:inline-block}
figure{margin:1rem 0}
figure img{max-width:100%;height:auto;border:1px solid var(--line)}
figcaption{color:var(--muted)}
.chart{width:100%;height:auto;max-width:36rem}
footer{color:var(--muted);border-top:1px solid var(--line)}
footer a{display:inline-block;min-height:44px;padding:.6rem 0}
@media (max-width:40rem){.feder{max-width:none;width:100%}dl{grid-template-columns:1fr;gap:0}dd{margin:0 0 .6rem}thead{position:absolute;left:-200vw}table,tbody,tr,th,td{display:block;width:100%}tr{border:1px solid var(--line);margin:0 0 1rem}th,td,.number{border:0;padding:.25rem .75rem;text-align:left}td[data-label]::before{content:attr(data-label) "\\00a0: ";font-weight:700}tbody th{background:var(--soft);padding:.6rem .75rem}header nav ul{padding:0 .5rem}header nav a{padding:.65rem .5rem}}
@media print{header nav,.session,.skip,button,.actions{display:none}header{background:#fff;color:#000}.logo{color:#000}}
`;
