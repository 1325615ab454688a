import { serve } from '../../.ci/serve.mjs';
import { chromium, launch } from '../e2e/browser.mjs';
import { takeOver, READY } from './page-bytes.mjs';
import { slowDown } from './slow-phone.mjs';
import { writeFileSync } from 'node:fs';
const root = process.argv[2];
const site = await serve({ root, quality: 11 });
const browser = await chromium.launch(launch);
for (let i=0;i<4;i++){
 const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
 const page = await context.newPage();
 await page.addInitScript(() => { new PerformanceObserver((l)=>l.getEntries().forEach(({name})=>{ if(name==='first-contentful-paint') dispatchEvent(new Event('pointermove')); })).observe({type:'paint',buffered:true}); });
 const d = await slowDown(page);
 if(i===3){ await d.send('Profiler.enable'); await d.send('Profiler.setSamplingInterval',{interval:500}); await d.send('Profiler.start'); }
 await page.goto(site.url,{waitUntil:'commit'});
 await takeOver(page);
 if(i===3){ const {profile}=await d.send('Profiler.stop'); writeFileSync('/tmp/sz/prof.json',JSON.stringify(profile)); }
 console.log(await page.evaluate((m)=>{const r=(n)=>Math.round(n); return [performance.getEntriesByName('first-contentful-paint')[0].startTime|0, ...performance.getEntriesByType('resource').map(e=>e.name.split('/').pop().slice(0,14)+' '+r(e.startTime)+'-'+r(e.responseEnd)), ...performance.getEntriesByType('mark').map(e=>e.name+' '+r(e.startTime))]},READY));
 await context.close();
}
await browser.close(); await site.close();
const p=JSON.parse((await import('node:fs')).readFileSync('/tmp/sz/prof.json'));
const self={}; const byId=new Map(p.nodes.map(n=>[n.id,n])); const dt=p.timeDeltas;
p.samples.forEach((id,k)=>{const n=byId.get(id); const key=n.callFrame.functionName+' '+n.callFrame.url.split('/').pop().slice(0,20)+':'+n.callFrame.lineNumber; self[key]=(self[key]||0)+dt[k]/1000;});
console.log(Object.entries(self).sort((a,b)=>b[1]-a[1]).slice(0,25).map(([k,v])=>v.toFixed(1)+' '+k).join('\n'));
