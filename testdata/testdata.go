// Package testdata embeds the rules' test cases, which are the examples on each rule's page.
package testdata

import "embed"

// Rules holds a folder for each rule, "rules/AL101-asg-single-az".
//
//go:embed rules
var Rules embed.FS
