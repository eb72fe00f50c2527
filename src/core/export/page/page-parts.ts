/** Looks of the offline page, and the lines that open a linked unit, and filter lists by a town or word. */
import { mapGround } from '../../palette';

export const style = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:16px/1.6 "Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif;color:${mapGround.ink};background:${mapGround.outside}}
header,main{max-width:1200px;margin:0 auto;padding:0 16px}
h1{font-size:26px;margin:24px 0 0}h2{font-size:20px}h3{font-size:16px;margin:20px 0 8px}
.note{color:${mapGround.labelMinor};font-size:13px;margin:4px 0}
section,figure,details{background:#fff;margin:16px 0;padding:12px 20px;border-radius:6px}
figure{overflow-x:auto}figure svg{width:100%;min-width:680px;height:auto;display:block;pointer-events:none}figure svg a{pointer-events:auto}
summary{cursor:pointer;font-weight:600;min-height:32px}
a:focus-visible,summary:focus-visible,[role=region]:focus-visible{outline:2px solid ${mapGround.path}}
.wide{overflow-x:auto;max-height:70vh}
table{border-collapse:collapse;width:100%;font-size:14px;font-variant-numeric:tabular-nums}
th,td{border-bottom:1px solid #dde2e6;padding:4px 8px;text-align:left}
th{position:sticky;top:0;background:${mapGround.outside}}
.number{text-align:right;white-space:nowrap}.totals td{font-weight:600;border-top:2px solid #7f8c8d}
input{width:100%;max-width:320px;min-height:32px;margin:4px 0;padding:0 8px;border:1px solid ${mapGround.street};border-radius:4px;font:inherit}
td a,td button{display:inline-block;min-height:24px;padding:0;border:0;background:none;color:${mapGround.path};font:inherit;text-decoration:underline;text-align:left;cursor:pointer}
dl{display:grid;grid-template-columns:minmax(120px,auto) 1fr;gap:4px 16px;font-size:14px}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
@media print{details:not([open]){display:none}.wide{max-height:none;overflow:visible}input{display:none}}
`;

export const filterScript = `
function openLinked(){var d=document.getElementById(location.hash.slice(1));if(d&&d.tagName==='DETAILS'){d.open=true;d.scrollIntoView()}}
addEventListener('hashchange',openLinked);openLinked();
document.addEventListener('click',function(e){var b=e.target.closest('button[data-town]');if(!b)return;
var lists=b.closest('details').querySelectorAll('.list');lists.forEach(function(l){var i=l.querySelector('input');i.value=b.dataset.town;i.dispatchEvent(new Event('input',{bubbles:true}))});
if(lists[0]){lists[0].querySelector('input').focus();lists[0].previousElementSibling.scrollIntoView()}});
document.addEventListener('input',function(e){var list=e.target.closest('.list');if(!list)return;
var words=e.target.value.trim().toLowerCase();var rows=Array.from(list.querySelectorAll('tbody tr'));
var town=function(r){return r.cells[0].textContent.toLowerCase()===words};
// A town's own name asks for its villages, not for those whose nearest facility is named after it.
var fits=rows.some(town)?town:function(r){return r.textContent.toLowerCase().includes(words)};
rows.forEach(function(r){r.hidden=words!==''&&!fits(r)})});
`;
