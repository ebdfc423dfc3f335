/** Numbers as they are written out in times and lengths, in small letters. */
export const NUMBER_WORDS: { readonly [word: string]: number } = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  'twenty-five': 25,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
};

/** What a word or digits count; NaN for neither. */
export const numberOf = (word: string): number => NUMBER_WORDS[word.toLowerCase()] ?? Number(word);
