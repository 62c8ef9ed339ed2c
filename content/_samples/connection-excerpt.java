import com.latchkey.Latchkey;

public class ConnectionExcerpt {
  public static void main(String[] args) {
    var latchkey = new Latchkey(System.getenv("LATCHKEY_API_KEY"));

    // region use
    var connection = latchkey.sso.getConnection("conn_01J9ZK4W7Q");

    System.out.println(connection.organizationId + " " + connection.state);
    // endregion
  }
}
