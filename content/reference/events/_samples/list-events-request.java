import com.latchkey.Latchkey;
import com.latchkey.events.ListEventsOptions;
import java.util.List;

public class ListEvents {
  public static void main(String[] args) {
    var latchkey = new Latchkey(System.getenv("LATCHKEY_API_KEY"));

    var list = latchkey.events.listEvents(
        ListEventsOptions.builder()
            .events(List.of("session.created", "session.revoked"))
            .rangeStart("2026-03-01T00:00:00.000Z")
            .build());

    for (var event : list.data) {
      System.out.println(event.createdAt + " " + event.event);
    }
  }
}
