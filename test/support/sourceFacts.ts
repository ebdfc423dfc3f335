import { parseSync } from 'vite';

/** One module that a source file asks for, in whatever form it does so. */
export interface ModuleAsked {
  readonly from: string;
  /** True when nothing of it is left at run time. */
  readonly typeOnly: boolean;
  /** The names taken, `*` for all or unknown. */
  readonly names: readonly string[];
}

/** What the house rules ask of a source file. */
export interface SourceFacts {
  readonly asks: readonly ModuleAsked[];
  readonly hasDefaultExport: boolean;
  /** Reads such as `Date.now`, `window.bridge`, `crypto.randomUUID`, and `new Date()` without an argument. */
  readonly reads: readonly string[];
  /** Exported declarations without a doc comment right before them. */
  readonly undocumented: readonly string[];
}

type Node = { readonly type: string } & { readonly [field: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Reads a TypeScript source with the parser of the build. Throws on a syntax error. */
export function sourceFacts(file: string, source: string): SourceFacts {
  const { program, errors, comments } = parseSync(file, source);
  const docEnds = new Set(comments.filter(({ value }) => value.startsWith('*')).map(({ end }) => end));
  const isDocumented = (node: Node): boolean =>
    docEnds.has(source.slice(0, Number(node['start'])).trimEnd().length);
  const [error] = errors;
  if (error) throw new SyntaxError(`${file}: ${error.message}`);
  const nodes = [...everyNode(program)];
  return {
    asks: nodes.flatMap(asked),
    hasDefaultExport: nodes.some(isDefaultExport),
    reads: nodes.flatMap(readOf),
    undocumented: nodes.filter((node) => !isDocumented(node)).flatMap(declaredNames),
  };
}

function* everyNode(root: unknown): Generator<Node> {
  if (Array.isArray(root)) {
    for (const one of root) yield* everyNode(one);
  } else if (isNode(root)) {
    yield root;
    for (const value of Object.values(root)) yield* everyNode(value);
  }
}

function asked(node: Node): readonly ModuleAsked[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return isNode(node['source']) ? [statement(node, node['source'])] : [];
    case 'ImportExpression':
      return [{ from: text(node['source']), typeOnly: false, names: ['*'] }];
    case 'TSImportType':
      return [{ from: text(node['source']), typeOnly: true, names: ['*'] }];
    case 'TSImportEqualsDeclaration': {
      const target = node['moduleReference'];
      if (!isNode(target) || target.type !== 'TSExternalModuleReference') return [];
      return [{ from: text(target['expression']), typeOnly: node['importKind'] === 'type', names: ['*'] }];
    }
    case 'CallExpression':
      return called(node);
    default:
      return [];
  }
}

/** `import … from`, `import '…'`, `export … from`. */
function statement(node: Node, source: Node): ModuleAsked {
  const specifiers = (node['specifiers'] as readonly Node[] | undefined) ?? [];
  const isType = (one: Node): boolean => one['importKind'] === 'type' || one['exportKind'] === 'type';
  const names = specifiers.map((one) => nameOf(one['imported'] ?? one['local']));
  return {
    from: text(source),
    typeOnly: isType(node) || (specifiers.length > 0 && specifiers.every(isType)),
    names: names.length > 0 ? names : ['*'],
  };
}

/** `require('…')` and `import.meta.glob('…')`. */
function called(node: Node): readonly ModuleAsked[] {
  const callee = node['callee'];
  if (!isNode(callee)) return [];
  const isRequire = callee.type === 'Identifier' && callee['name'] === 'require';
  const isGlob = callee.type === 'MemberExpression' && nameOf(callee['property']) === 'glob';
  if (!isRequire && !(isGlob && isNode(callee['object']) && callee['object'].type === 'MetaProperty'))
    return [];
  return [{ from: text((node['arguments'] as readonly unknown[])[0]), typeOnly: false, names: ['*'] }];
}

/** The text of a literal or of a template without holes; `?` when only running it would tell. */
function text(node: unknown): string {
  if (!isNode(node)) return '?';
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  const quasis = node.type === 'TemplateLiteral' ? (node['quasis'] as readonly Node[]) : [];
  const [only, another] = quasis;
  return only && !another ? String((only['value'] as { cooked: unknown }).cooked) : '?';
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return '*';
  const name = node['name'] ?? node['value'];
  return typeof name === 'string' ? name : '*';
}

function isDefaultExport(node: Node): boolean {
  if (node.type === 'ExportDefaultDeclaration' || node.type === 'TSExportAssignment') return true;
  return node.type === 'ExportSpecifier' && nameOf(node['exported']) === 'default';
}

function readOf(node: Node): readonly string[] {
  if (node.type === 'MemberExpression') {
    const object = node['object'];
    const owner = isNode(object) && object.type === 'MemberExpression' ? object['property'] : object;
    return [`${nameOf(owner)}.${nameOf(node['property'])}`];
  }
  if (node.type === 'VariableDeclarator') return takenOut(node);
  const isMade = node.type === 'NewExpression' || node.type === 'CallExpression';
  const isDate = isMade && nameOf(node['callee']) === 'Date';
  if (!isDate) return [];
  const isEmpty = (node['arguments'] as readonly unknown[]).length === 0;
  return isEmpty || node.type === 'CallExpression' ? ['new Date()'] : [];
}

/** `const { bridge } = window` reads `window.bridge`. */
function takenOut(node: Node): readonly string[] {
  const pattern = node['id'];
  const from = node['init'];
  if (!isNode(pattern) || pattern.type !== 'ObjectPattern' || !isNode(from)) return [];
  return (pattern['properties'] as readonly Node[]).map((one) => `${nameOf(from)}.${nameOf(one['key'])}`);
}

/** The names that an `export const`, `function`, `type` … makes; none for `export … from`. */
function declaredNames(node: Node): readonly string[] {
  const made = node['declaration'];
  if (node.type !== 'ExportNamedDeclaration' || !isNode(made)) return [];
  const several = made['declarations'] as readonly Node[] | undefined;
  return (several ?? [made]).map((one) => nameOf(one['id']));
}
