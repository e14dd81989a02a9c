package cloudformation

import "strings"

// function is an intrinsic function.
type function uint8

const (
	noFunction function = iota
	fnRef
	fnGetAtt
	fnSub
	fnJoin
	fnSelect
	fnSplit
	fnFindInMap
	fnIf
	fnEquals
	fnAnd
	fnOr
	fnNot
	fnCondition // only in conditions; elsewhere a key like any other
	fnBase64
	fnCidr
	fnGetAZs
	fnImportValue
	fnLength
	fnToJSONString
	fnGetStackOutput
	fnTransform
	fnForEach // only as a key "Fn::ForEach::Name" among others
	fnRule    // those of the Rules section, which no value is made of
	fnUnknown
)

// functions are the intrinsic functions by their full names; the short form is the name without "Fn::".
var functions = [...]struct {
	name string
	fn   function
	min  int // arguments; max 0 where the argument is no list
	max  int
}{
	{"Ref", fnRef, 0, 0},
	{"Fn::GetAtt", fnGetAtt, 0, 0},
	{"Fn::Sub", fnSub, 0, 0},
	{"Fn::Join", fnJoin, 2, 2},
	{"Fn::Select", fnSelect, 2, 2},
	{"Fn::Split", fnSplit, 2, 2},
	{"Fn::FindInMap", fnFindInMap, 3, 4},
	{"Fn::If", fnIf, 3, 3},
	{"Fn::Equals", fnEquals, 2, 2},
	{"Fn::And", fnAnd, 1, 10},
	{"Fn::Or", fnOr, 1, 10},
	{"Fn::Not", fnNot, 1, 1},
	{"Fn::Base64", fnBase64, 0, 0},
	{"Fn::Cidr", fnCidr, 2, 3},
	{"Fn::GetAZs", fnGetAZs, 0, 0},
	{"Fn::ImportValue", fnImportValue, 0, 0},
	{"Fn::Length", fnLength, 0, 0},
	{"Fn::ToJsonString", fnToJSONString, 0, 0},
	{"Fn::GetStackOutput", fnGetStackOutput, 0, 0},
	{"Fn::Transform", fnTransform, 0, 0},
	{"Fn::Contains", fnRule, 0, 0},
	{"Fn::EachMemberEquals", fnRule, 0, 0},
	{"Fn::EachMemberIn", fnRule, 0, 0},
	{"Fn::RefAll", fnRule, 0, 0},
	{"Fn::ValueOf", fnRule, 0, 0},
	{"Fn::ValueOfAll", fnRule, 0, 0},
	{"Condition", fnCondition, 0, 0},
}

// forEach begins the key of a loop.
const forEach = "Fn::ForEach::"

// byName holds the functions by their full names and by their tags, and arities the numbers of their arguments.
var byName, byTag, arities = index()

func index() (names, tags map[string]function, arity [fnUnknown + 1]struct{ least, most int }) {
	names, tags = make(map[string]function, len(functions)), make(map[string]function, len(functions))
	for _, f := range functions {
		names[f.name] = f.fn
		tags["!"+strings.TrimPrefix(f.name, "Fn::")] = f.fn
		arity[f.fn].least, arity[f.fn].most = f.min, f.max
	}
	return names, tags, arity
}

// longForm is the function that a mapping with this one key calls.
func longForm(key string) function {
	switch {
	case key == "Ref":
		return fnRef
	case strings.HasPrefix(key, "Rain::"): // of AWS's tool rain, which rewrites templates before they are deployed
		return fnUnknown
	case !strings.HasPrefix(key, "Fn::") || strings.HasPrefix(key, forEach):
		return noFunction
	}
	if fn, ok := byName[key]; ok {
		return fn
	}
	return fnUnknown
}

// shortForm is the function of a YAML tag, such as "!Sub".
func shortForm(tag string) function {
	if fn, ok := byTag[tag]; ok {
		return fn
	}
	return fnUnknown
}

// String is the full name of the function.
func (f function) String() string {
	for _, known := range functions {
		if known.fn == f {
			return known.name
		}
	}
	return "a function"
}

// arity is the least and the greatest number of arguments; most is 0 where the function takes no list of them.
func (f function) arity() (least, most int) { return arities[f].least, arities[f].most }
