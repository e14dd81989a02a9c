package functions

import (
	"net/url"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// library is every function of Terraform 1.11, and those of 0.11 that it no longer has.
var library = map[string]builtin{
	// Numbers.
	"abs":      lift(stdlib.AbsoluteFunc),
	"ceil":     lift(stdlib.CeilFunc),
	"floor":    lift(stdlib.FloorFunc),
	"log":      lift(stdlib.LogFunc),
	"max":      extreme(stdlib.MaxFunc),
	"min":      extreme(stdlib.MinFunc),
	"parseint": {2, 2, parseint},
	"pow":      lift(stdlib.PowFunc),
	"range":    lift(stdlib.RangeFunc),
	"signum":   lift(stdlib.SignumFunc),
	"sum":      {1, 1, sum},

	// Texts.
	"chomp":       transparent(unfailing(chomp), chomp),
	"endswith":    test(strings.HasSuffix),
	"format":      {1, -1, format},
	"formatlist":  {1, -1, formatlist},
	"indent":      {2, 2, indent},
	"join":        {2, -1, join},
	"lower":       lift(stdlib.LowerFunc),
	"regex":       matching(stdlib.Regex, false),
	"regexall":    matching(stdlib.RegexAll, true),
	"replace":     {3, 3, replace},
	"split":       {2, 2, split},
	"startswith":  test(strings.HasPrefix),
	"strcontains": test(strings.Contains),
	"strrev":      lift(stdlib.ReverseFunc),
	"substr":      lift(stdlib.SubstrFunc),
	"title":       lift(stdlib.TitleFunc),
	"trim":        lift(stdlib.TrimFunc),
	"trimprefix":  lift(stdlib.TrimPrefixFunc),
	"trimspace":   transparent(unfailing(strings.TrimSpace), strings.TrimSpace),
	"trimsuffix":  lift(stdlib.TrimSuffixFunc),
	"upper":       lift(stdlib.UpperFunc),

	// Sequences.
	"chunklist":    {2, 2, chunklist},
	"coalescelist": {1, -1, coalescelist},
	"concat":       {1, -1, concat},
	"element":      {2, 2, element},
	"flatten":      {1, 1, flatten},
	"index":        {2, 2, index},
	"length":       {1, 1, length},
	"list":         {0, -1, legacyList},
	"matchkeys":    {3, 3, matchkeys},
	"one":          {1, 1, one},
	"reverse":      {1, 1, reverse},
	"slice":        {3, 3, slice},
	"sort":         {1, 1, sorted},
	"tolist":       {1, 1, tolist},

	// Sets.
	"alltrue":         {1, 1, alltrue},
	"anytrue":         {1, 1, anytrue},
	"compact":         {1, 1, compact},
	"contains":        {2, 2, contains},
	"distinct":        {1, 1, distinct},
	"setintersection": {1, -1, setintersection},
	"setproduct":      {2, -1, setproduct},
	"setsubtract":     {2, 2, setsubtract},
	"setunion":        {1, -1, setunion},
	"toset":           {1, 1, toset},

	// Maps.
	"keys":      {1, 1, keys},
	"lookup":    {2, 3, lookup},
	"map":       {0, -1, legacyMap},
	"merge":     {0, -1, merge},
	"tomap":     {1, 1, tomap},
	"transpose": {1, 1, transpose},
	"values":    {1, 1, values},
	"zipmap":    {2, 2, zipmap},

	// Any value.
	"coalesce":        {1, -1, coalesce},
	"ephemeralasnull": unknowable(cty.DynamicPseudoType),
	"issensitive":     unknowable(cty.Bool),
	"nonsensitive":    {1, 1, itself},
	"sensitive":       {1, 1, itself},
	"tobool":          to(cty.Bool),
	"tonumber":        to(cty.Number),
	"tostring":        to(cty.String),

	// Encodings.
	"base64decode":     transparent(base64decode, verbatim),
	"base64encode":     transparent(base64encode, verbatim),
	"base64gzip":       transparent(base64gzip, verbatim),
	"csvdecode":        lift(stdlib.CSVDecodeFunc),
	"jsondecode":       decoder(checkJSON, stdlib.JSONDecodeFunc),
	"jsonencode":       encoder(stdlib.JSONEncodeFunc),
	"textdecodebase64": {2, 2, textdecodebase64},
	"textencodebase64": {2, 2, textencodebase64},
	"urlencode":        lift(ofText(func(s string) (string, error) { return url.QueryEscape(s), nil })),
	"yamldecode":       decoder(checkYAML, yamlDecode),
	"yamlencode":       encoder(yamlEncode),

	// Digests.
	"base64sha256": lift(ofText(fileDigest("filebase64sha256"))),
	"base64sha512": lift(ofText(fileDigest("filebase64sha512"))),
	"md5":          lift(ofText(fileDigest("filemd5"))),
	"rsadecrypt":   lift(rsaDecrypt),
	"sha1":         lift(ofText(fileDigest("filesha1"))),
	"sha256":       lift(ofText(fileDigest("filesha256"))),
	"sha512":       lift(ofText(fileDigest("filesha512"))),
	"uuidv5":       lift(uuidV5),

	// Times.
	"formatdate": lift(stdlib.FormatDateFunc),
	"timeadd":    lift(stdlib.TimeAddFunc),
	"timecmp":    lift(timeCompare),

	// Addresses.
	"cidrhost":    lift(cidrHost),
	"cidrnetmask": lift(cidrNetmask),
	"cidrsubnet":  lift(cidrSubnet),
	"cidrsubnets": lift(cidrSubnets),

	// Paths.
	"basename":   lift(ofText(basename)),
	"dirname":    lift(ofText(dirname)),
	"pathexpand": {1, 1, pathexpand},

	// What the clock, chance or the machine answers.
	"abspath":       unknowable(cty.String),
	"bcrypt":        unknowable(cty.String),
	"plantimestamp": unknowable(cty.String),
	"timestamp":     unknowable(cty.String),
	"uuid":          unknowable(cty.String),

	// What the evaluator answers.
	"can":              unknowable(cty.Bool),
	"file":             unknowable(cty.String),
	"filebase64":       unknowable(cty.String),
	"filebase64sha256": unknowable(cty.String),
	"filebase64sha512": unknowable(cty.String),
	"fileexists":       unknowable(cty.Bool),
	"filemd5":          unknowable(cty.String),
	"fileset":          unknowable(cty.List(cty.String)),
	"filesha1":         unknowable(cty.String),
	"filesha256":       unknowable(cty.String),
	"filesha512":       unknowable(cty.String),
	"templatefile":     unknowable(cty.DynamicPseudoType),
	"templatestring":   unknowable(cty.String),
	"try":              unknowable(cty.DynamicPseudoType),
}

// lift makes a builtin of a function that knows no marks: its result carries those of all arguments.
func lift(f function.Function) builtin {
	params, rest := f.Params(), f.VarParam()
	b := builtin{least: len(params), most: len(params)}
	if rest != nil {
		b.most = -1
	}
	b.call = func(args []cty.Value) (cty.Value, error) {
		marks := deepMarks(args...)
		plain := make([]cty.Value, len(args))
		for i, a := range args {
			a, _ = a.UnmarkDeep()
			p := rest
			if i < len(params) {
				p = &params[i]
			}
			c, err := toType(a, p.Type)
			if err != nil {
				return cty.NilVal, err
			}
			plain[i] = c
		}
		v, err := f.Call(plain)
		if err != nil {
			return cty.NilVal, err
		}
		return v.WithMarks(marks), nil
	}
	return b
}

// ofText makes a function of one string.
func ofText(apply func(text string) (string, error)) function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{{Name: "str", Type: cty.String}},
		Type:         function.StaticReturnType(cty.String),
		RefineResult: func(b *cty.RefinementBuilder) *cty.RefinementBuilder { return b.NotNull() },
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			text, err := apply(args[0].AsString())
			return cty.StringVal(text), err
		},
	})
}

// unfailing fits a function that cannot fail.
func unfailing(apply func(string) string) func(string) (string, error) {
	return func(text string) (string, error) { return apply(text), nil }
}

func verbatim(text string) string { return text }

// itself gives its argument.
func itself(args []cty.Value) (cty.Value, error) { return args[0], nil }

// to converts to a simple type. A string stays the text it is, partly known or not.
func to(t cty.Type) builtin {
	return builtin{1, 1, func(args []cty.Value) (cty.Value, error) {
		v, err := toType(args[0], t)
		if err != nil || t == cty.String {
			return v, err
		}
		u, marks := v.Unmark()
		return u.WithMarks(union(marks)), nil
	}}
}
