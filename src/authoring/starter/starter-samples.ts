// The samples of a new repository: one call of the method in each built-in language.

import { samplePath } from './starter-content.ts';

/** Texts by the extension of the language's samples. */
const texts: Readonly<Record<string, string>> = {
  '.sh': `curl https://api.example.com/greeting/greeting_1 \\
  --header "Authorization: Bearer $API_KEY"
`,
  '.js': `const greeting = await getGreeting('greeting_1');
showMessage(greeting.id);
`,
  '.ts': `const greeting = await getGreeting('greeting_1');
showMessage(greeting.id);
`,
  '.py': `greeting = get_greeting("greeting_1")
print(greeting.id)
`,
  '.rb': `greeting = get_greeting("greeting_1")
puts greeting.id
`,
  '.go': `package main

import "fmt"

func main() {
	greeting := GetGreeting("greeting_1")
	fmt.Println(greeting.ID)
}
`,
  '.php': `<?php

$greeting = getGreeting("greeting_1");
echo $greeting->id;
`,
  '.java': `class Example {
  public static void main(String[] args) {
    var greeting = getGreeting("greeting_1");
    System.out.println(greeting.id);
  }
}
`,
  '.cs': `var greeting = GetGreeting("greeting_1");
Console.WriteLine(greeting.Id);
`,
  '.kt': `fun main() {
  val greeting = getGreeting("greeting_1")
  println(greeting.id)
}
`,
  '.swift': `let greeting = getGreeting("greeting_1")
print(greeting.id)
`,
  '.rs': `fn main() {
    let greeting = get_greeting("greeting_1");
    println!("{}", greeting.id);
}
`,
  '.dart': `void main() {
  final greeting = getGreeting('greeting_1');
  print(greeting.id);
}
`,
  '.ex': `greeting = get_greeting("greeting_1")
IO.puts(greeting.id)
`,
  '.cpp': `#include <iostream>

int main() {
  auto greeting = get_greeting("greeting_1");
  std::cout << greeting.id;
}
`,
};

/**
 * The samples, by path from the content folder.
 * @param extensions the first extension of each language of the site
 */
export function starterSamples(extensions: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    extensions.flatMap((extension): readonly (readonly [string, string])[] => {
      const text = texts[extension];
      return text === undefined ? [] : [[`${samplePath}${extension}`, text]];
    }),
  );
}
