import { serve } from '../../.ci/serve.mjs';
import { chromium, launch } from '../e2e/browser.mjs';
import { firstView, READY, takeOver } from './page-bytes.mjs';
import { slowDown } from './slow-phone.mjs';
const root=process.argv[2];
const site=await serve({root,quality:11});
const browser=await chromium.launch(launch);
await firstView(browser, site.url, root);
for(let i=0;i<5;i++){
 const c=await browser.newContext({viewport:{width:360,height:740}});const page=await c.newPage();
 await page.addInitScript(()=>{new PerformanceObserver(l=>l.getEntries().forEach(e=>{if(e.name==='first-contentful-paint')dispatchEvent(new Event('pointermove'))})).observe({type:'paint',buffered:true});
  window.longs=[];new PerformanceObserver(l=>l.getEntries().forEach(e=>window.longs.push([Math.round(e.startTime),Math.round(e.duration)]))).observe({type:'longtask',buffered:true});
  const o=WebAssembly.instantiateStreaming; WebAssembly.instantiateStreaming=async(...a)=>{const r=await o.apply(WebAssembly,a);performance.mark('inst');return r};});
 await slowDown(page); await page.goto(site.url,{waitUntil:'commit'}); await takeOver(page);
 await page.waitForTimeout(1000);
 console.log(JSON.stringify(await page.evaluate((R)=>({ready:performance.getEntriesByName(R)[0].startTime|0,inst:performance.getEntriesByName('inst')[0]?.startTime|0,longs:window.longs,nav:(()=>{const n=performance.getEntriesByType('navigation')[0];return [n.responseStart|0,n.responseEnd|0,n.domContentLoadedEventEnd|0]})(),res:performance.getEntriesByType('resource').map(r=>[r.name.split('/').pop().slice(0,14),r.startTime|0,r.requestStart|0,r.responseStart|0,r.responseEnd|0])}),READY)));
 await c.close();
}
await browser.close(); site.close?.(); process.exit(0);
