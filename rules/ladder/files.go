package ladder

import (
	"strings"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// sharedFiles is the way of a content management system: a database of which there is more than one instance, and files that all
// its instances share. It concerns what has a database that speaks MySQL's protocol, as such systems do, and what keeps files.
func (c *climb) sharedFiles() []rung {
	files := c.stores(func(s *graph.Resource) bool {
		return aws.FileSystem.Includes(s) == graph.True || aws.FSx.Includes(s) == graph.True
	})
	if c.w.Sort == aws.StoreWorkload {
		if len(files) == 0 {
			return nil
		}
		return []rung{c.shared(files, answer{is: graph.Unknown})}
	}
	if c.w.Sort != aws.WebWorkload {
		return nil
	}
	databases := c.stores(func(s *graph.Resource) bool {
		return aws.Database.Includes(s) == graph.True && aws.Database.Engine.Of(s).In("mysql", "mariadb") == graph.True ||
			aws.DatabaseCluster.Includes(s) == graph.True && aws.DatabaseCluster.Engine.Of(s).In("aurora", "aurora-mysql", "mysql") == graph.True
	})
	volume := c.onVolume()
	if len(files) == 0 && len(databases) == 0 && volume.is != graph.True {
		return nil
	}
	var out []rung
	if all := c.stores(relational); len(all) > 0 {
		var parts []answer
		for _, db := range all {
			c.g.TakeDoubts()
			parts = append(parts, c.survives(db))
		}
		out = append(out,
			rung{stage: 1, answer: c.say(graph.True, at(all[0]), "%s", all[0].Address)},
			rung{stage: 2, answer: anyOf(parts...), taken: []string{"AL504", "AL505"}, todo: "Move the database to an Aurora cluster with a second instance, or turn Multi-AZ on and add a replica."})
	}
	return append(out, rung{stage: 3, answer: volume, by: []int{4}, apart: true}, c.shared(files, volume))
}

// survives: a database is a cluster with readers, or has a standby and a replica.
func (c *climb) survives(db *graph.Resource) answer {
	if aws.Database.Includes(db) != graph.True {
		return c.readers(db)
	}
	standby := c.standby(db)
	c.g.TakeDoubts()
	return all(standby, c.readers(db))
}

// onVolume: files that users leave behind lie on the disks of instances.
func (c *climb) onVolume() answer {
	for _, id := range []string{"AL701", "AL702", "AL708"} {
		if f := c.first(stage{rules.SharedFiles, 4}, []string{id}); f != nil {
			return answer{is: graph.True, shows: []Evidence{{Words: f.Message, Resource: f.Resource.Address, Range: f.Range}}}
		}
	}
	for _, r := range c.tiers() {
		for _, m := range aws.MountsOf(r) {
			if m.Local() && m.Content() {
				return c.say(graph.True, m.Place, "%s keeps %s on a volume", r.Address, m.Path)
			}
		}
	}
	c.g.TakeDoubts()
	return c.say(graph.Unknown, graph.Place{}, "where files are kept: nothing in sight tells")
}

// shared: all instances have the same files, each in its own zone.
func (c *climb) shared(files []*graph.Resource, volume answer) rung {
	out := rung{stage: 4, apart: len(files) == 0, taken: []string{"AL701", "AL702", "AL703", "AL704", "AL705", "AL706", "AL708"}, todo: "Keep files in EFS with a mount target in every zone, or in S3."}
	var parts []answer
	for _, fs := range files {
		c.g.TakeDoubts()
		if aws.FSx.Includes(fs) == graph.True {
			deployed := aws.FSx.Deployment.Of(fs)
			is := deployed.Test(func(d string) bool { return strings.HasPrefix(strings.ToUpper(d), "MULTI_AZ") })
			parts = append(parts, c.say(is, deployed.Place, "%s", map[graph.Tri]string{graph.True: fs.Address + " stands in several zones",
				graph.False: fs.Address + " stands in one zone", graph.Unknown: "the zones of " + fs.Address}[is]))
			continue
		}
		mounts := aws.ZonesOfMounts(fs)
		a := c.zones(fs, mounts)
		if len(mounts.Members) == 0 {
			a = c.say(graph.Unknown, at(fs), "the mount targets of %s: none is in sight", fs.Address)
		}
		for i := range a.shows {
			a.shows[i].Words = strings.Replace(a.shows[i].Words, " runs ", " can be mounted ", 1)
		}
		parts = append(parts, a)
		for _, r := range c.tiers() {
			c.g.TakeDoubts()
			missed := aws.MissedZones(mounts, r)
			if missed.AtLeast(1) == graph.True {
				parts = append(parts, c.say(graph.False, at(fs), "%s has no mount target in %v, where %s runs", fs.Address, missed, r.Address))
			} else if missed.Open {
				parts = append(parts, c.say(graph.Unknown, at(fs), "whether %s has a mount target in every zone of %s", fs.Address, r.Address))
			}
		}
	}
	switch {
	case len(parts) > 0:
		out.answer = all(parts...)
	case volume.is == graph.True:
		out.answer = answer{is: graph.False, shows: volume.shows}
	default:
		out.answer = c.say(graph.Unknown, graph.Place{}, "whether instances share files: no file system is in sight")
	}
	return out
}
