// Valid Rust code, with new and unusual syntax.

export const rust: readonly string[] = [
  "let x: &'static str = \"a\"; let y = 'a'; let z = '\\''; let w = b'\\xff';",
  "fn f<'a, T: 'a + ?Sized>(x: &'a T) -> &'a T { x }",
  "'outer: for i in 0..=3 { if i == 2 { continue 'outer; } }",
  'let r = r#"a " b"#; let s = r##"a "# b"##; let c = c"x";',
  'let Some(x) = y else { return };',
  'if let Some(a) = b && a > 1 && let Ok(c) = d { f(c); }',
  'pub async fn f() -> impl Future<Output = ()> + use<> {}',
  'let f = async |x: u32| x + 1; let g = async move { f(1).await };',
  'let v = x?.y?.z.await?;',
  'const { assert!(N > 0) };',
  'let n = 1_000u64 as f64 / 1e-3_f64;',
  'unsafe extern "C" { pub safe fn abs(x: i32) -> i32; }',
  '#[derive(Debug)] struct A<const N: usize = 3>([u8; N]);',
  'let (a, .., b) = t; let [x, rest @ ..] = v;',
  'let name = r#type;',
  'let x = { 1 }; { 2 };',
  'return Err(anyhow!("x {}", y))',
  'println!("{name:?} {0:>8.2} {{}}", 1.0);',
  'let json = json!({ "a": [1, null, { "b": true }], "type": t });',
];
