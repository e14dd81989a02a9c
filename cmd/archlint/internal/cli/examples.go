package cli

import (
	"github.com/archlint/archlint/cmd/archlint/internal/report"
	"github.com/archlint/archlint/rules"
)

func examples(*rules.Rule) []report.Example { return nil }
