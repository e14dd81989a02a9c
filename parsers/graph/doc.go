// Package graph is the meeting point of archlint: the resource graph that the parsers make and the rules judge.
//
// It holds the three-valued logic ([Tri]), sets whose members may be unknown ([Set]), the marks that values carry
// ([Ref], [Default], [Symbol], [Partial]), the value of an undecided choice ([Choose]), and [Graph] itself with its
// resources, edges and gaps. It knows cty values; it knows nothing of AWS, HCL, YAML or any rule, and must not.
//
// A graph belongs to one goroutine: resources are evaluated when they are asked, and the answers are kept.
package graph
