import { serve } from '../../.ci/serve.mjs';
import { chromium, launch } from './browser.mjs';
// node zz-view.mjs SITE OUT 'path|width|scheme|height|scroll' …
const [root,out,...views]=process.argv.slice(2);
const site=await serve({root}); const b=await chromium.launch(launch); let i=0;
for(const v of views){const [path,w,s,h,scroll]=v.split('|');
 const p=await b.newPage({viewport:{width:Number(w),height:Number(h||800)},colorScheme:s||'light',reducedMotion:'reduce'});
 p.on('pageerror',e=>console.log('ERR',e.message));
 await p.goto(site.url+path); if(!path.endsWith('.html')){await p.mouse.move(5,5);await p.waitForFunction(()=>document.documentElement.dataset.client==='ready');}
 await p.waitForLoadState('networkidle'); if(scroll) {await p.evaluate(y=>scrollTo(0,y),Number(scroll)); await p.waitForTimeout(300);}
 await p.screenshot({path:`${out}-${i++}.png`}); await p.close();}
await b.close(); process.exit(0);
