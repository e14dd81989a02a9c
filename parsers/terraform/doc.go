// Package terraform reads Terraform configurations into resource graphs: files to modules, modules to evaluated
// resources.
//
// It evaluates by a walk of its own over hclsyntax nodes, on demand: asking for an attribute evaluates what the
// attribute mentions and nothing else, once. References, defaults and symbols ride on the values as marks (see package
// graph), through locals, functions, for expressions, modules and outputs. What Terraform would know only after a plan
// or an apply is unknown; what rests on the default of a root variable fills attributes and decides quantities but
// never a test.
//
// It needs neither an initialised working directory nor the network. It knows no rule and, of AWS, only what data
// sources answer.
package terraform
