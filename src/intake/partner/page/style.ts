export const partnerStyle = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1c2733;--soft:#55616d;--line:#cfd6dd;--back:#f3f4f6;--red:#a61b1b;--good:#1c6b3a}
@media (prefers-color-scheme:dark){:root{--paper:#1b2128;--ink:#e8ecf0;--soft:#a9b4bf;--line:#3b4651;--back:#12171c;--red:#ff8f86;--good:#7fd6a0}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:17px/1.5 system-ui,"Segoe UI",Roboto,Arial,sans-serif}
header,main,footer{max-width:720px;margin:0 auto;padding:14px 16px}
header{display:flex;gap:12px;justify-content:space-between;align-items:baseline;font-size:.9rem}
h1{margin:4px 0 12px;font-size:1.5rem;line-height:1.25;overflow-wrap:anywhere}
h2{margin:0 0 6px;font-size:1.15rem}
a{color:var(--red)}
.skip{position:absolute;left:-9999px}
.skip:focus{position:static}
dl{display:grid;grid-template-columns:auto 1fr;gap:6px 14px;margin:0 0 16px}
dt,.hint,footer,time{color:var(--soft)}
dd{margin:0;font-weight:600;overflow-wrap:anywhere}
section,.done,.problem,blockquote,.said{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:14px 16px;margin:0 0 16px;overflow-wrap:anywhere}
blockquote{white-space:pre-wrap}
.done{border-left:6px solid var(--good)}
.problem{border-left:6px solid var(--red)}
.problem h2{color:var(--red)}
.problem ul{margin:6px 0 0;padding-left:20px}
.photos{display:grid;grid-template-columns:repeat(auto-fill,minmax(140px,1fr));gap:8px;padding:0;margin:0 0 16px;list-style:none}
.photos img{width:100%;height:140px;object-fit:cover;border-radius:8px;display:block;background:var(--line)}
.said{list-style:none}
.said li+li{border-top:1px solid var(--line);margin-top:10px;padding-top:10px}
.said p{margin:2px 0 0;white-space:pre-wrap}
.field,fieldset{border:0;margin:14px 0;padding:0}
label,legend{display:block;font-weight:600;padding:0}
.choice{display:flex;gap:10px;align-items:center;min-height:44px;font-weight:400}
.choice input{width:22px;height:22px;margin:0}
.hint,.wrong{margin:2px 0 6px;font-size:.92rem}
.wrong{color:var(--red);font-weight:600}
textarea,select,input[type=file]{width:100%;min-height:46px;padding:10px;font:inherit;color:inherit;background:var(--back);border:1px solid var(--soft);border-radius:8px}
[aria-invalid]{border-color:var(--red);border-width:2px}
button{width:100%;min-height:50px;padding:10px 16px;font:inherit;font-weight:700;color:#fff;background:#a61b1b;border:0;border-radius:8px;cursor:pointer}
section:not(:first-child) button{background:transparent;color:var(--red);border:2px solid var(--red)}
:focus-visible{outline:3px solid var(--good);outline-offset:2px}
footer{font-size:.88rem}
@media print{button,form,.skip{display:none}}`;
