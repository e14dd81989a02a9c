package graph

import "github.com/zclconf/go-cty/cty"

// An Edit is a change of what is written at one place.
type Edit struct {
	Range Range  // what gives way to the text
	Text  string // what to write, in the language of the file
	// Below says that nothing gives way: the text is a line of its own, with its indentation and without its ending, below
	// the line that Range ends in.
	Below bool
}

// An EditSource is a [Source] that tells how to write a value.
type EditSource interface {
	// Edit gives the edit by which the resource gets a known string, number or bool at a path: it changes a literal that is
	// written there, or adds an attribute of the resource itself. ok is false where it takes more than that, where others
	// would be changed with it, or where the text is not the user's own.
	Edit(path cty.Path, value cty.Value) (e Edit, ok bool)
}
