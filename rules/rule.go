// Package rules is the engine: what a rule is, how rules run over graphs, and what comes of it.
//
// It knows no rule; the rules stand in the packages below it and are listed by rules/catalogue. It never imports a
// parser: a rule sees the graph through the vocabulary of parsers/aws, and no language.
package rules

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// Level grades a finding, in SARIF's words.
type Level uint8

// The levels, from the mildest.
const (
	Note    Level = iota // advice
	Warning              // it survives badly, does not scale, or depends on luck
	Error                // one failure takes the service down or loses data, AWS refuses it, or it can never work
)

// String is "note", "warning" or "error".
func (l Level) String() string { return [...]string{"note", "warning", "error"}[l] }

// A Story is the chapter's case that a rule belongs to.
type Story string

// The stories of the classic solution architectures.
const (
	StatelessWeb    Story = "WhatIsTheTime"
	StatefulWeb     Story = "MyClothes"
	SharedFiles     Story = "MyWordPress"
	QuickStart      Story = "Instantiating quickly"
	Beanstalk       Story = "Elastic Beanstalk"
	BeyondTheStages Story = "Beyond the chapter"
	Housekeeping    Story = "The linter itself"
)

// stages are the steps by which a story's architecture grows; each cures what the one before suffered from.
var stages = map[Story][]string{
	StatelessWeb: {"one instance", "a larger instance", "several instances with addresses of their own", "a load balancer with health checks",
		"an Auto Scaling group", "several Availability Zones", "a reserved baseline"},
	StatefulWeb: {"state in the instance", "sticky sessions", "sessions in a shared store", "a database of its own", "read replicas or a cache",
		"several Availability Zones throughout", "security groups that refer to each other"},
	SharedFiles: {"one database", "a database cluster with readers", "files on a volume", "shared files with a mount target in every zone"},
	Beanstalk:   {"a single instance", "high availability", "a worker with its queue"},
}

// Stages are the names of the story's stages in order; none where it does not climb.
func (s Story) Stages() []string { return stages[s] }

// A Rule is a constant value: it has no state, no configuration and no language.
type Rule struct {
	ID      string   // "AL101"; stable for ever
	Name    string   // "asg-single-az"; the older ones stand in Aliases
	Aliases []string // former names
	Level   Level    // of a finding that does not say otherwise
	Off     bool     // runs only where it is asked for
	// Availability: its findings weigh one level less where the resource is known not to be in production.
	Availability bool
	Story        Story
	Stage        int      // the stage of Story that the fix reaches, from 1; 0 where the story has none
	YieldsTo     []string // IDs of the rules whose finding about the same resource takes this one's place, the first that there is
	Gravest      bool     // its finding takes the level of the gravest one that gives way to it
	Title        string   // one line, without a full stop
	Why          string   // what breaks, in one paragraph that a newcomer understands
	Fix          Fix
	See          []string // pages of the AWS documentation
	Check        func(*Pass)
	// Remarks judges the ignores of all units, after every rule with a Check has judged the units. A rule has one of both.
	Remarks func(*RemarkPass)
}

// Fix says what to write instead.
type Fix struct {
	Advice         string // one or two sentences, for both languages
	Terraform      string // an example
	CloudFormation string // the same example
}

var (
	idForm   = regexp.MustCompile(`^AL\d{3}$`)
	nameForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
)

// ownPages is where rules about what is said to archlint itself are documented.
const ownPages = "https://github.com/archlint/archlint"

// Validate refuses a rule that is not fit to be shown: a malformed ID or name, missing words, no page to read on, no
// check. It joins all that it finds.
func Validate(r *Rule) error {
	var errs []error
	miss := func(bad bool, what string) {
		if bad {
			errs = append(errs, fmt.Errorf("rule %s: %s", r.ID, what))
		}
	}
	miss(!idForm.MatchString(r.ID), "the ID is not of the form AL123")
	miss(!nameForm.MatchString(r.Name), "the name is not of the form a-few-words")
	miss(r.Story == "", "no story")
	miss(r.Stage < 0 || r.Stage > len(r.Story.Stages()) || r.Stage == 0 && len(r.Story.Stages()) > 0, "no such stage of the story "+string(r.Story))
	for _, id := range r.YieldsTo {
		miss(!idForm.MatchString(id) || id == r.ID, "it yields to "+id)
	}
	miss(r.Title == "" || strings.HasSuffix(r.Title, ".") || strings.Contains(r.Title, "\n"), "the title is empty or not one line without a full stop")
	miss(len(strings.Fields(r.Why)) < 15, "Why is not a paragraph")
	miss(r.Fix.Advice == "" || r.Fix.Terraform == "" || r.Fix.CloudFormation == "", "Fix lacks the advice or an example")
	miss(len(r.See) == 0, "no page in See")
	for _, url := range r.See {
		miss(!strings.HasPrefix(url, "https://docs.aws.amazon.com/") && !(r.Story == Housekeeping && strings.HasPrefix(url, ownPages)), "See has a page that is not AWS documentation: "+url)
	}
	miss((r.Check == nil) == (r.Remarks == nil), "no check, or two")
	return errors.Join(errs...)
}
