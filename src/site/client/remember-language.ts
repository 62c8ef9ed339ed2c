// The one inline script: the same text on every page, so that a policy needs one hash. What differs stands in
// attributes of <html>. It remembers a click on a language tab, and takes a reader who arrives at an address
// without a language to theirs before anything is painted. Storage that is blocked or throws changes nothing.

const source = `
(d=>{try{
let k='stele.language',r=d.dataset,s=localStorage;
addEventListener('click',e=>{let a=e.target.closest('[data-language]');try{if(a)s.setItem(k,a.dataset.language)}catch{}});
let v=s.getItem(k);
if(v&&'neutral'in r&&r.languages.split(' ').includes(v))location.replace(r.root+v+'/'+r.neutral+location.search+location.hash)
}catch{}})(document.documentElement)`;

export const rememberLanguage: string = source.trim().replaceAll('\n', '');
