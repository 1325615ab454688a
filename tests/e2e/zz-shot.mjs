import { serve } from '../../.ci/serve.mjs';
import { chromium, launch } from './browser.mjs';
const [root, out, ...steps]=process.argv.slice(2);
const site=await serve({root}); const b=await chromium.launch(launch);
const p=await b.newPage({viewport:{width:Number(process.env.W||1280),height:Number(process.env.H||800)},colorScheme:process.env.S||'light'});
p.on('console',m=>console.log(m.text())); p.on('pageerror',e=>console.log('ERR',e.message));
await p.goto(site.url+(process.env.Q||'')); await p.mouse.move(200,200);
await p.waitForFunction(()=>document.documentElement.dataset.client==='ready'); await p.waitForSelector('.zoom button');
let i=0; const shot=async()=>p.locator(process.env.SEL||'.picture').first().screenshot({path:`${out}-${i++}.png`});
await shot();
for(const s of steps){ if(s.startsWith('x')){for(let k=0;k<Number(s.slice(1));k++) await p.getByRole('button',{name:'Zoom in'}).click();} else await p.goto(site.url+s), await p.waitForFunction(()=>document.documentElement.dataset.client==='ready'), await p.waitForSelector('.zoom button'); await p.waitForTimeout(300); await shot();}
await b.close(); process.exit(0);
