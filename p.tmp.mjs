import { BenchWorld } from '/work/main/dist/bench/support/bench-world.js';
import pg from 'pg';
let q=0; const orig=pg.Client.prototype.query; pg.Client.prototype.query=function(...a){q++; if(process.env.SHOWQ&&show) console.log(typeof a[0]==='string'?a[0].slice(0,90):a[0]?.name??a[0]?.text?.slice(0,90)); return orig.apply(this,a)};
let show=false;
const world = await BenchWorld.open();
const body = (n) => ({ category:'CS-01', text:`Đèn đường phố Hòa Mã đoạn từ số ${n} không sáng 3 hôm nay, buổi tối đi lại rất nguy hiểm cho người già và trẻ em trong ngõ, đề nghị sớm cho kiểm tra và thay bóng giúp bà con khu phố.`, place:{point:{lat:21.0152,lon:105.8545},address:'Phố Hòa Mã'}, answers:{seen_at:'2026-11-09T19:40:00+07:00',extent:'several'}});
for (const n of [200,500,500,1000]) {
const t=performance.now(); const c=process.cpuUsage(); q=0;
for (let i=0;i<n;i++) await world.file(body(i));
const u=process.cpuUsage(c);
console.log(n,'ms each',((performance.now()-t)/n).toFixed(2),'user',(u.user/n/1000).toFixed(2),'sys',(u.system/n/1000).toFixed(2),'queries',q/n);
}
show=true; await world.file(body(1)); show=false;
await world.close();
