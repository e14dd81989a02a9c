package aws

import (
	"regexp"
	"slices"
	"strconv"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// containerDefinitions is the attribute in which a task definition has its containers: a document in Terraform, a list in
// CloudFormation.
var containerDefinitions = [graph.Languages]string{"container_definitions", "ContainerDefinitions"}

// containersAt is where the containers of a task definition are written.
func containersAt(task *graph.Resource) graph.Place {
	return graph.Place{Resource: task, Path: cty.GetAttrPath(containerDefinitions[task.Language])}
}

// containersOf are the containers of a task definition: the text of Terraform's document, or CloudFormation's list of them.
func containersOf(task *graph.Resource) cty.Value {
	return task.Attribute(containerDefinitions[task.Language])
}

// eachItem yields the items of a list that are known. It is false where there are, or may be, others; nothing written is an
// empty list.
func eachItem(list cty.Value, yield func(cty.Value)) bool {
	if list == cty.NilVal {
		return true
	}
	u, _ := list.Unmark()
	switch t := u.Type(); {
	case u.IsNull():
		return true
	case !u.IsKnown(), !t.IsTupleType() && !t.IsListType():
		return false
	}
	whole := true
	for it := u.ElementIterator(); it.Next(); {
		_, e := it.Element()
		if plain, _ := e.Unmark(); !plain.IsKnown() {
			whole = false
			continue
		}
		yield(e)
	}
	return whole
}

// imageSetting finds the images of containers in Terraform's document.
var imageSetting = regexp.MustCompile(`"image"\s*:\s*"([^"]*)"`)

// imagesOf are the images of a task definition's containers, as far as they are written. What rests on a default stands for
// something that is not known: a default is often no more than an example.
func imagesOf(task *graph.Resource) []string {
	return imagesWritten(task, graph.RestsOnDefault)
}

// imagesWritten are the images of a task definition's containers without those that are passed over.
func imagesWritten(task *graph.Resource, pass func(cty.Value) bool) []string {
	var out []string
	if task.Language == graph.Terraform {
		document := containersOf(task)
		if pass(document) {
			return nil
		}
		text, _ := graph.Text(document)
		for _, m := range imageSetting.FindAllStringSubmatch(text, -1) {
			out = append(out, m[1])
		}
		return out
	}
	eachItem(containersOf(task), func(container cty.Value) {
		if image := member(container, "Image"); image != cty.NilVal && !pass(image) {
			text, _ := graph.Text(image)
			out = append(out, text)
		}
	})
	return out
}

// The host ports of containers in Terraform's document: all, those that are numbers, and what is not known and may hold others,
// a container or its mappings.
var (
	hostPortKey   = regexp.MustCompile(`"hostPort"\s*:`)
	hostPortValue = regexp.MustCompile(`"hostPort"\s*:\s*"?(\d+)`)
	hostPortHole  = regexp.MustCompile(`(?:^\s*\[?|[}\]]\s*,|"portMappings"\s*:\s*\[?)\s*"?` + graph.Hole)
)

// hostPortsOf are the host ports that the containers of a task definition write, each once, and whether all are known.
func hostPortsOf(task *graph.Resource) (ports []int, known bool) {
	known = true
	add := func(text string) {
		if p, err := strconv.Atoi(text); err != nil {
			known = false
		} else if !slices.Contains(ports, p) {
			ports = append(ports, p)
		}
	}
	if task.Language == graph.Terraform {
		text, _ := graph.Text(containersOf(task))
		if hostPortHole.MatchString(text) {
			return nil, false
		}
		values := hostPortValue.FindAllStringSubmatch(text, -1)
		for _, m := range values {
			add(m[1])
		}
		return ports, known && len(values) == len(hostPortKey.FindAllString(text, -1))
	}
	mapping := func(mapping cty.Value) {
		if p := member(mapping, "HostPort"); p != cty.NilVal && !p.IsNull() {
			text, _ := graph.Text(p)
			if u, _ := p.Unmark(); u.IsKnown() && u.Type() == cty.Number {
				text = u.AsBigFloat().Text('f', 0)
			}
			add(text)
		}
	}
	whole := eachItem(containersOf(task), func(container cty.Value) {
		known = eachItem(member(container, "PortMappings"), mapping) && known
	})
	return ports, known && whole
}

// startSetting finds in Terraform's document how containers are started.
var startSetting = regexp.MustCompile(`"(?:command|entryPoint)"\s*:\s*\[[^\]]*\]`)

// startsOf are the commands and entry points of a task definition's containers.
func startsOf(task *graph.Resource) []string {
	if task.Language == graph.Terraform {
		text, _ := graph.Text(containersOf(task))
		return startSetting.FindAllString(text, -1)
	}
	var out []string
	eachItem(containersOf(task), func(container cty.Value) {
		for _, name := range []string{"Command", "EntryPoint"} {
			if v := member(container, name); v != cty.NilVal {
				eachText(v, func(text string) graph.Tri {
					out = append(out, name+" "+text)
					return graph.False
				})
			}
		}
	})
	return out
}
