// Package plan reads what `terraform show -json` tells of a plan: which instances of resources there will be, what is
// known of their attributes, and what the expressions behind those refer to. It makes a resource graph of a plan alone,
// and answers the evaluator of parsers/terraform where a plan is laid over the source.
//
// It knows no provider and no HCL. A plan that was read belongs to one goroutine.
//
// The format is documented at https://developer.hashicorp.com/terraform/internals/json-format. These things of it shape
// this package: what is not known until apply is left out of "after" and told apart by "after_unknown"; the references
// of an expression are a flat list, in the order in which they are written, without the expression; and dynamic blocks,
// blocks that a provider takes as attributes (the rules of a security group), local values and lifecycle are not in
// "configuration" at all. Literals beside references are not told either, so that of a set which is planned as unknown as
// a whole, as providers do with one that holds anything unknown, nothing is certain.
package plan
