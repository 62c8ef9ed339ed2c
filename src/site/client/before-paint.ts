// The one inline script: the same text on every page, so that a policy needs one hash. What differs stands in
// attributes of <html>. It settles what must be settled before anything is painted: the theme that the reader chose,
// the language (a reader with one who arrives at an address without a language is taken to theirs), and whether
// nested rows are open. It remembers a click on a language tab, whose link takes the anchor along also where the main
// script does not come. Storage that is blocked or throws changes nothing.

const source = `
(d=>{try{
addEventListener('click',e=>{let a=e.target.closest('[data-language]');if(a)try{a.hash=location.hash;localStorage.setItem('stele.language',a.dataset.language)}catch{}});
let r=d.dataset,g=k=>localStorage.getItem('stele.'+k),v=g('language'),w=g('rows');
if(g('theme'))r.theme=g('theme');
if(v&&'neutral'in r&&r.languages.split(' ').includes(v))location.replace(r.root+v+'/'+r.neutral+location.search+location.hash);
if(w){
let f=()=>{for(let x of document.querySelectorAll('.rows>li>details'))x.open=w=='open'},o=new MutationObserver(f);
o.observe(d,{childList:true,subtree:true});
addEventListener('DOMContentLoaded',()=>{f();o.disconnect()})
}
}catch{}})(document.documentElement)`;

export const beforePaint: string = source.trim().replaceAll('\n', '');
