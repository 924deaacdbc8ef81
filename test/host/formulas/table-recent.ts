import type { Row } from './table';

/** Functions passed by name, optional parameters, and formulas within formulas. */
export const LAMBDAS: readonly Row[] = [
  ['BYCOL(Data!B2:C4,SUM)', [[60, 6]]],
  ['BYROW({1,2;3,4},MAX)', [[2], [4]]],
  ['MAP({1,4,9},SQRT)', [[1, 2, 3]]],
  ['REDUCE(1,{2,3,4},LAMBDA(a,b,a*b))', 24],
  ['SCAN(0,{1,2,3},SUM)', [[1, 3, 6]]],
  ['LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))(5)', 5],
  ['LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))(5,2)', 7],
  ['LAMBDA(x,y,x+y)(1)', '#VALUE!'],
  ['LAMBDA(x,x)(1,2)', '#VALUE!'],
  ['LET(f,LAMBDA(g,n,IF(n<2,1,n*g(g,n-1))),f(f,5))', 120],
  ['LET(x,2,y,LET(x,3,x*x),x+y)', 11],
  ['LET(rows,FILTER(Data!B2:C9,Data!A2:A9="North"),SUM(INDEX(rows,,1)*INDEX(rows,,2)))', 405],
  ['SUM', '#NAME?'],
];

/** Functions that came to Excel lately, or that few workbooks use. */
export const RECENT: readonly Row[] = [
  ['REGEXTEST("PO-2027-118","^PO-\\d{4}")', true],
  ['REGEXTEST("po-2027","^PO")', false],
  ['REGEXTEST("po-2027","^PO",1)', true],
  ['REGEXTEST("a","(")', '#VALUE!'],
  ['REGEXEXTRACT("PO-2027-118","\\d+")', '2027'],
  ['REGEXEXTRACT("PO-2027-118","\\d+",1)', [['2027', '118']]],
  ['REGEXEXTRACT("PO-2027-118","(\\w+)-(\\d+)",2)', [['PO', '2027']]],
  ['REGEXEXTRACT("none","\\d+")', '#N/A'],
  ['REGEXREPLACE("12/2027","(\\d+)/(\\d+)","$2-$1")', '2027-12'],
  ['REGEXREPLACE("a1b2c3","\\d","#")', 'a#b#c#'],
  ['REGEXREPLACE("a1b2c3","\\d","#",2)', 'a1b#c3'],
  ['REGEXREPLACE("a1b2c3","\\d","#",-1)', 'a1b2c#'],
  ['ENCODEURL("a b&c/è")', 'a%20b%26c%2F%C3%A8'],
  ['TRIMRANGE(Calc!Z90:AA99)', '#REF!'],
  ['ROWS(TRIMRANGE(Data!A1:A30))', 9],
  ['ROWS(TRIMRANGE(Data!A1:A30,1))', 30],
  ['_xlfn._TRO_TRAILING(Data!B8:B30)', [[70], [80]]],
  ['PERCENTOF(Data!B2:B3,Data!B2:B9)', 30 / 360],
  // From Microsoft's page of the function.
  ['BINOM.DIST.RANGE(60,0.75,48)', 0.083974967],
  ['BINOM.DIST.RANGE(60,0.75,45,50)', 0.523629793],
  ['VDB(2400,300,120,6,18)', 396.306053],
  ['VDB(2400,300,10,0,0.875,1.5)', 315],
  ['F.TEST({6;7;9;15;21},{20;28;31;38;40})', 0.648317847],
  ['CHISQ.TEST({58,35;11,25;10,23},{45.35,47.65;17.56,18.44;16.09,16.91})', 0.000308192],
  [
    'GROUPBY(Data!A2:A9,Data!B2:B9,SUM)',
    [
      ['East', 120],
      ['North', 110],
      ['South', 80],
      ['West', 50],
      ['Total', 360],
    ],
  ],
  [
    'GROUPBY(Data!A1:A9,Data!B1:C9,AVERAGE,3,0,-2)',
    [
      ['Region', 'Units', 'Price'],
      ['East', 60, 4],
      ['West', 50, 3.5],
      ['South', 40, 3],
      ['North', 110 / 3, 8.5 / 3],
    ],
  ],
  [
    'GROUPBY(Data!A2:A9,Data!B2:B9,LAMBDA(x,ROWS(x)),0,-1,,Data!B2:B9>=30)',
    [
      ['Total', 6],
      ['East', 2],
      ['North', 2],
      ['South', 1],
      ['West', 1],
    ],
  ],
  [
    'PIVOTBY(Data!A2:A5,Data!C2:C5>2,Data!B2:B5,SUM)',
    [
      ['', false, true, 'Total'],
      ['East', '', 40, 40],
      ['North', 10, 30, 40],
      ['South', 20, '', 20],
      ['Total', 30, 70, 100],
    ],
  ],
  [
    'GROUPBY({"a";"b";"a"},{1;2;5},PERCENTOF)',
    [
      ['a', 0.75],
      ['b', 0.25],
      ['Total', 1],
    ],
  ],
  ['GROUPBY(Data!A2:B9,Data!C2:C9,SUM)', '#CALC!'],
  ['GROUPBY(Data!A2:A9,Data!B2:B8,SUM)', '#VALUE!'],
  ['LEFTB("plan",2)&LENB("plan")', 'pl4'],
];
