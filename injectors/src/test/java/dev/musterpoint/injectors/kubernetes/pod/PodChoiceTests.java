package dev.musterpoint.injectors.kubernetes.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.spec.Params;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodChoiceTests {
    private static final List<PodView> TEN =
            IntStream.range(0, 10).mapToObj(i -> Pods.view("web-" + i, i)).toList();

    private static List<String> names(Map<String, Object> target, List<PodView> pods) throws Exception {
        return PodChoice.of(new Params(target)).choose(pods).stream()
                .map(PodView::name)
                .toList();
    }

    @Test
    void takesTheOldestFirst() throws Exception {
        List<PodView> shuffled = new ArrayList<>(TEN);
        Collections.reverse(shuffled);
        assertThat(names(Map.of("order", "oldest", "count", 3), shuffled)).containsExactly("web-0", "web-1", "web-2");
    }

    @Test
    void takesTheNewestFirst() throws Exception {
        assertThat(names(Map.of("order", "newest", "count", 2), TEN)).containsExactly("web-9", "web-8");
    }

    @Test
    void ordersThoseOfOneAgeByName() throws Exception {
        List<PodView> twins = List.of(Pods.view("b", 1), Pods.view("a", 1));
        assertThat(names(Map.of("order", "newest"), twins)).containsExactly("a");
    }

    @Test
    void drawsTheSamePodsAgainWhateverTheirOrder() throws Exception {
        List<PodView> shuffled = new ArrayList<>(TEN);
        Collections.reverse(shuffled);
        Map<String, Object> target = Map.of("seed", 7, "count", 4);
        assertThat(names(target, shuffled)).isEqualTo(names(target, TEN)).hasSize(4);
    }

    @Test
    void drawsEveryPodBySomeSeed() throws Exception {
        Set<String> drawn = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            drawn.addAll(names(Map.of("seed", seed), TEN));
        }
        assertThat(drawn).hasSize(TEN.size());
    }

    @Test
    void keepsTheOthersWhenOneOfThoseDrawnGoes() throws Exception {
        Map<String, Object> target = Map.of("count", 4);
        List<String> before = names(target, TEN);
        List<PodView> fewer =
                TEN.stream().filter(pod -> !pod.name().equals(before.get(0))).toList();
        assertThat(names(target, fewer)).containsAll(before.subList(1, 4)).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"10%, 1", "1%, 1", "33%, 3", "30%, 3", "99%, 9", "100%, 10"})
    void roundsSharesDownToOneAtLeast(String share, int taken) throws Exception {
        assertThat(names(Map.of("share", share), TEN)).hasSize(taken);
    }

    @Test
    void takesAllWhereThereAreFewerThanWanted() throws Exception {
        assertThat(names(Map.of("count", 99), TEN)).hasSize(10);
    }

    @Test
    void takesNoneOfNone() throws Exception {
        assertThat(names(Map.of("share", "50%"), List.of())).isEmpty();
    }

    @Test
    void refusesCountAndShareTogether() {
        assertThatThrownBy(() -> names(Map.of("count", 1, "share", "10%"), TEN)).hasMessageContaining("one of them");
    }

    @Test
    void refusesToTakeNone() {
        assertThatThrownBy(() -> names(Map.of("count", 0), TEN)).hasMessageContaining("target.count");
    }
}
