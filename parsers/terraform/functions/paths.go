package functions

import (
	"path"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

func basename(p string) (string, error) { return path.Base(p), nil }

func dirname(p string) (string, error) { return path.Dir(p), nil }

// pathexpand is the path itself, unless it begins in somebody's home, which differs from machine to machine.
func pathexpand(args []cty.Value) (cty.Value, error) {
	texts, marks, known, err := plainTexts(args)
	if err != nil {
		return cty.NilVal, err
	}
	if !known || strings.HasPrefix(texts[0], "~") {
		return cty.UnknownVal(cty.String).RefineNotNull().WithMarks(marks), nil
	}
	return cty.StringVal(texts[0]).WithMarks(marks), nil
}
