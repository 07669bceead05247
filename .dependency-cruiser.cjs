/** Import direction (docs/architecture.md, "Imports run one way") and no cycles. */
const only = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only(
      'engine-knows-no-federation',
      '^packages/engine/',
      '^packages/(compiler|subgraph|cdk|cli)/',
      'The engine knows AppSync, not federation.',
    ),
    only(
      'compiler-stands-alone',
      '^packages/compiler/',
      '^packages/(engine|cdk|cli)/',
      'The compiler is pure; only its project edge knows the definition types.',
    ),
    only(
      'subgraph-kit-stands-alone',
      '^packages/subgraph/',
      '^packages/(engine|compiler|cdk|cli)/',
      'A Lambda bundle must not drag the compiler or the engine in.',
    ),
    only(
      'http-adapter-stands-alone',
      '^packages/http-subgraph/',
      '^packages/(engine|compiler|subgraph|cdk|cli)/',
      'It is bundled into a Lambda function.',
    ),
    only(
      'cdk-knows-the-compiler',
      '^packages/cdk/',
      '^packages/(engine|cli)/',
      'Constructs deploy; they do not run.',
    ),
    only(
      'subgraphs-use-the-kit',
      '^subgraphs/[^/]+/(?!.*\\.test\\.ts$)',
      '^(packages/(engine|compiler|cdk|cli)|infra|web)/',
      'A team imports the kit and generated types.',
    ),
    {
      name: 'subgraphs-never-import-each-other',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/[^/]+/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'phases-never-import-each-other',
      severity: 'error',
      comment: 'A phase hands its output on; what phases share lives in model/ and diagnostics/.',
      from: { path: '^packages/compiler/src/([1-5]-[a-z]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/compiler/src/[1-5]-[a-z]+/', pathNot: '^packages/compiler/src/$1/' },
    },
    only(
      'web-uses-the-contract',
      '^web/',
      '^(packages|subgraphs|infra|resolvers)/',
      'The page knows the API, not the code behind it.',
    ),
    only(
      'domain-is-pure',
      '^subgraphs/[^/]+/domain/(?!.*\\.test\\.ts$)',
      '(^subgraphs/[^/]+/store/|node_modules/@aws-sdk|@aws-lambda-powertools)',
      'Domain logic without AWS in it.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|dist|cdk\\.out|\\.tributary)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'types', 'default'],
      exportsFields: ['exports'],
    },
  },
};
