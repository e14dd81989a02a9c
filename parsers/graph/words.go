package graph

import "github.com/zclconf/go-cty/cty"

// A WordSource is a [Source] that can name a value by what is written for it.
type WordSource interface {
	// Words names what is written at the path such that two places of a graph with the same name have the same value,
	// known or not; "" where that cannot be promised.
	Words(path cty.Path) string
}

// Words names the value at the path by what is written there; see [WordSource].
func (r *Resource) Words(path cty.Path) string {
	if s, ok := r.Source.(WordSource); ok {
		return s.Words(path)
	}
	return ""
}
